import { beforeEach, describe, expect, it } from 'vitest';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { CARD, EMAIL, PLAIN, withPolicies, World } from '../fakes/agent-world.ts';
import { readyBundle } from '../fakes/ready-bundle.ts';

const email = { finding: { type: 'EMAIL' } };
const lenient = withPolicies({ name: 'Note it', when: email, action: 'log' });
const strict = withPolicies({ name: 'Keep it here', when: email, action: 'block' });
const asking = withPolicies({ name: 'Think first', when: email, action: 'coach' });
const nothing = withPolicies({ name: 'Cards', when: { finding: { type: 'CREDIT_CARD' } }, action: 'block' });

let world: World;
beforeEach(async () => {
  world = new World();
  await world.agent.start();
});

/** A copy faces ChatGPT under one bundle; then another one comes. */
async function changed(from: World['enforced'], to: World['enforced']): Promise<void> {
  world.enforced = from;
  await world.copy(EMAIL);
  await world.front('chatgpt');
  world.enforced = to;
  await world.agent.reconsider();
}

describe('another bundle', () => {
  it('that is stricter takes away what was let pass, and it is on record under another id first', async () => {
    await changed(lenient, strict);
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
    expect(world.kinds()).toEqual(['log chatgpt', 'block chatgpt']);
    const ids = world.recorded.map((draft) => draft.kind === 'interaction' && draft.interaction_id);
    expect(new Set(ids).size).toBe(2);
    expect(world.recorded[1]?.clipboard).toBe(EMAIL);
  });

  it.each([
    { to: lenient, kinds: ['block chatgpt', 'log chatgpt', 'answer withdrawn'] },
    { to: nothing, kinds: ['block chatgpt', 'allow chatgpt', 'answer withdrawn'] },
  ])('that is milder gives back what is held, and withdraws the question: $kinds', async ({ to, kinds }) => {
    await changed(strict, to);
    expect(world.desktop.clipboard).toBe(EMAIL);
    expect(world.agent.holding).toBe(false);
    expect(world.person.waiting).toBe(0);
    expect(world.kinds()).toEqual(kinds);
  });

  it.each([{ from: lenient }, { from: strict }, { from: asking }])(
    'that says the same changes nothing, and an open question stays open',
    async ({ from }) => {
      await changed(from, from);
      const before = [world.kinds(), world.person.waiting, world.desktop.clipboard];
      await world.agent.reconsider();
      expect([world.kinds(), world.person.waiting, world.desktop.clipboard]).toEqual(before);
      expect(world.recorded).toHaveLength(1);
      expect(world.told.filter(({ kind }) => kind === 'verdict')).toHaveLength(1);
    },
  );

  it('that says again what one before the last said asks anew, as another interaction', async () => {
    world.enforced = asking;
    await world.copy(EMAIL);
    await world.front('site');
    await world.answer({ choice: 'proceed' });
    world.enforced = nothing;
    await world.agent.reconsider();
    world.enforced = asking;
    await world.agent.reconsider();
    await world.answer({ choice: 'cancel' });
    expect(world.kinds()).toEqual([
      'coach unknown-site',
      'answer proceed',
      'coach unknown-site',
      'answer cancel',
    ]);
    const ids = world.recorded.map((draft) => draft.kind !== 'agent' && draft.interaction_id);
    expect(ids).toEqual([ids[0], ids[0], ids[2], ids[2]]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('that holds for another reason asks anew: what was answered was another question', async () => {
    world.enforced = asking;
    await world.copy(EMAIL);
    await world.front('chatgpt');
    await world.answer({ choice: 'proceed' });
    world.enforced = withPolicies({ name: 'Another policy', when: email, action: 'coach' });
    await world.agent.reconsider();
    expect(world.person.asked.map(({ policy }) => policy)).toEqual(['Think first', 'Another policy']);
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
  });

  it.each([
    { what: 'asks for a justification', given: { justification: 'required' } },
    { what: 'offers no redacted version', given: { redact: false } },
  ])('that now $what puts the question again', async ({ given }) => {
    const policy = { name: 'Think first', when: email, action: 'coach' };
    await changed(withPolicies(policy), withPolicies({ ...policy, ...given }));
    expect(world.kinds()).toEqual(['coach chatgpt', 'coach chatgpt', 'answer withdrawn']);
    expect(world.person.asked).toHaveLength(2);
  });

  it('that tries a policy out has it on record', async () => {
    const note = { name: 'Note it', when: email, action: 'log' };
    const tried = { name: 'Tried', mode: 'simulate', priority: 1, when: email, action: 'block' };
    await changed(withPolicies(note), withPolicies(note, tried));
    expect(world.kinds()).toEqual(['log chatgpt', 'log chatgpt']);
    expect(world.recorded[1]).toMatchObject({ simulated: [{ policy: 'Tried', action: 'block' }] });
  });

  it('leaves an answer alone where it says the same', async () => {
    world.enforced = asking;
    await world.copy(EMAIL);
    await world.front('chatgpt');
    await world.answer({ choice: 'proceed' });
    await world.agent.reconsider();
    expect(world.desktop.clipboard).toBe(EMAIL);
    expect(world.person.asked).toHaveLength(1);
  });

  it('counts for a platform that is not in front when it comes there again', async () => {
    world.enforced = lenient;
    await world.copy(EMAIL);
    await world.front('chatgpt');
    await world.front('gedit');
    world.enforced = strict;
    await world.agent.reconsider();
    expect(world.desktop.clipboard).toBe(EMAIL);
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
  });

  it('that comes after the end holds nothing any more, nor does a copy that was on its way', async () => {
    world.enforced = lenient;
    await world.copy(EMAIL);
    await world.front('chatgpt');
    const stopping = world.agent.stop();
    world.desktop.copy(CARD);
    world.enforced = withPolicies({ name: 'All', when: { ai_platform: true }, action: 'block' });
    await stopping;
    await world.agent.reconsider();
    expect(world.desktop.clipboard).toBe(CARD);
    expect(world.kinds()).toEqual(['log chatgpt']);
  });

  it('with an empty clipboard is nothing to do', async () => {
    world.enforced = strict;
    await world.front('chatgpt');
    await world.agent.reconsider();
    expect(world.recorded).toEqual([]);
  });
});

describe('the Purview integration', () => {
  it('off: policies go on by label, but events, questions and what is told say none', async () => {
    world.integration = false;
    await world.copy(CARD);
    await world.front('deepseek');
    expect(world.recorded[0]).toMatchObject({
      action: 'block',
      policy: 'Block Restricted label data on unauthorized platforms',
      label: null,
      label_id: null,
    });
    expect(world.person.asked[0]).toMatchObject({ label: null });
    expect(world.person.asked[0]?.text).not.toContain('Restricted');
    expect(world.told[0]).toMatchObject({ label: null, labelWhy: 'label metadata is off' });
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
  });

  it('turned off at run time leaves what is on record alone, and what comes later says no label', async () => {
    await world.copy(EMAIL);
    await world.front('chatgpt');
    world.integration = false;
    await world.agent.reconsider();
    await world.front('claude');
    expect(world.recorded).toEqual([
      expect.objectContaining({ kind: 'interaction', label: 'Confidential' }),
      expect.objectContaining({ kind: 'agent', what: 'integration-off' }),
      expect.objectContaining({ kind: 'interaction', platform_id: 'claude', label: null }),
    ]);
  });

  it('off: another mapping changes no label that is on record', async () => {
    await world.copy(PLAIN);
    await world.front('chatgpt');
    world.integration = false;
    const row = { risk_level: 'none' as const, types: [], label: 'Internal', justification: 'new' };
    const { policies } = world.enforced;
    const mapped = readyBundle({ ...loadDefaultBundle(), mapping: [row], dynamic_rules: { rules: [] } });
    world.enforced = { ...mapped, policies };
    await world.agent.reconsider();
    expect(world.kinds()).toEqual(['allow chatgpt', 'integration-off']);
  });

  it('turned on again labels the current capture by the mapping of today, and later ones', async () => {
    world.integration = false;
    await world.agent.reconsider();
    await world.copy(EMAIL);
    await world.front('chatgpt');
    const id = world.person.asked[0]?.id;
    const bundle = loadDefaultBundle();
    const row = { risk_level: 'medium' as const, types: [], label: 'Restricted', justification: 'new' };
    world.enforced = readyBundle({ ...bundle, mapping: [row] });
    world.integration = true;
    await world.agent.reconsider();
    await world.agent.reconsider();
    await world.copy(CARD);
    expect(world.recorded.slice(1)).toEqual([
      expect.objectContaining({ kind: 'interaction', label: null }),
      expect.objectContaining({ kind: 'agent', what: 'integration-on' }),
      expect.objectContaining({
        kind: 'relabel',
        interaction_id: id,
        label: 'Restricted',
        why: 'medium risk gives Restricted: new',
      }),
      expect.objectContaining({ kind: 'answer', answer: 'withdrawn' }),
      expect.objectContaining({ kind: 'interaction', label: 'Restricted' }),
    ]);
  });

  it('is on record when it changes, not when something else does', async () => {
    for (const on of [true, false, false, true]) {
      world.integration = on;
      await world.agent.reconsider();
    }
    expect(world.kinds()).toEqual(['integration-off', 'integration-on']);
  });
});

describe('a label that alone has changed', () => {
  it('is a new label of the same interaction, said once, even where it is none', async () => {
    const bundle = loadDefaultBundle();
    const { policies } = world.enforced;
    await world.copy(PLAIN);
    await world.front('chatgpt');
    const unlabelled = readyBundle({ ...bundle, mapping: [], dynamic_rules: { rules: [] } });
    world.enforced = { ...unlabelled, policies };
    await world.agent.reconsider();
    await world.agent.reconsider();
    expect(world.kinds()).toEqual(['allow chatgpt', 'relabel none']);
  });
});
