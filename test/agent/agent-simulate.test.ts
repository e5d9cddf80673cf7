import { describe, expect, it } from 'vitest';
import { CARD, EMAIL, PLAIN, withPolicies, World } from '../fakes/agent-world.ts';
import { NOON } from '../fakes/policy-inputs.ts';

const card = { finding: { type: 'CREDIT_CARD' } };
const tried = { name: 'Tried out', mode: 'simulate', priority: 1, when: card, action: 'block' };

async function started(given: { policies: Record<string, unknown>[]; seesPastes?: boolean }): Promise<World> {
  const world = new World({ seesPastes: given.seesPastes ?? false });
  world.enforced = withPolicies(...given.policies);
  await world.agent.start();
  return world;
}

describe('a policy in simulation', () => {
  it('holds nothing; what it would have done is recorded and told with what was done', async () => {
    const world = await started({ policies: [tried, { name: 'Note it', when: card, action: 'log' }] });
    await world.copy(CARD);
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toBe(CARD);
    expect(world.person.asked).toEqual([]);
    expect(world.recorded).toEqual([
      expect.objectContaining({
        action: 'log',
        policy: 'Note it',
        simulated: [{ policy: 'Tried out', action: 'block' }],
      }),
    ]);
    expect(world.told).toEqual([
      expect.objectContaining({
        verdict: expect.objectContaining({ simulated: [{ policy: 'Tried out', action: 'block' }] }),
      }),
    ]);
  });

  it.each([
    { front: 'site', copied: CARD, kinds: ['allow unknown-site'] },
    { front: 'site', copied: PLAIN, kinds: [] },
  ])('is a reason to record what passes on $front, but only what it speaks of: $kinds', async (given) => {
    const world = await started({ policies: [tried] });
    await world.copy(given.copied);
    await world.front(given.front);
    expect(world.kinds()).toEqual(given.kinds);
  });

  it.each([
    { action: 'block', atOnce: ['allow chatgpt'], afterPaste: ['allow chatgpt'] },
    { action: 'coach', atOnce: ['allow chatgpt'], afterPaste: ['allow chatgpt'] },
    { action: 'log', atOnce: [], afterPaste: ['allow chatgpt'] },
  ])(
    'that would $action is recorded when it would have: $atOnce, then $afterPaste',
    async ({ action, atOnce, afterPaste }) => {
      const world = await started({ policies: [{ ...tried, action }], seesPastes: true });
      await world.copy(CARD);
      await world.front('chatgpt');
      expect(world.kinds()).toEqual(atOnce);
      await world.paste();
      expect(world.kinds()).toEqual(afterPaste);
    },
  );

  it('leaves the field out where it would not have decided', async () => {
    const world = await started({ policies: [tried] });
    await world.copy(EMAIL);
    await world.front('chatgpt');
    expect(Object.keys(world.recorded[0] ?? {})).not.toContain('simulated');
  });
});

describe('an exception', () => {
  const excepted = (expires: string): Record<string, unknown> => ({
    name: 'Cards stay here',
    when: card,
    action: 'block',
    exceptions: [
      {
        name: 'Test numbers',
        owner: 'Payments team',
        expires,
        when: { platform_id: { in: ['chatgpt'] } },
      },
    ],
  });

  it('is said in the reason of what it let pass, with its owner and how long it holds', async () => {
    const world = await started({ policies: [excepted('2027-01-01T00:00:00Z')] });
    await world.copy(CARD);
    await world.front('chatgpt');
    expect(world.recorded[0]).toMatchObject({
      action: 'allow',
      reason:
        'No policy speaks against it. Cards stay here did not apply: exception "Test numbers" of Payments team holds until 2027-01-01T00:00:00Z.',
    });
  });

  it.each([
    { what: 'for another platform', front: 'claude', expires: '2027-01-01T00:00:00Z' },
    { what: 'that has expired', front: 'chatgpt', expires: '2026-11-18T11:00:00Z' },
  ])('$what lets nothing pass', async ({ front, expires }) => {
    const world = await started({ policies: [excepted(expires)] });
    await world.copy(CARD);
    await world.front(front);
    expect(world.kinds()).toEqual([`block ${front}`]);
  });

  it('expires while the copy is still there: it is held from then on', async () => {
    const expires = new Date(NOON.epochMs + 30 * 60_000).toISOString();
    const world = await started({ policies: [excepted(expires)] });
    await world.copy(CARD);
    await world.front('chatgpt');
    await world.front('gedit');
    world.later(31);
    await world.front('chatgpt');
    expect(world.kinds()).toEqual(['allow chatgpt', 'block chatgpt']);
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
  });
});

describe('copied files and images', () => {
  const SECRET_LABEL = '0a1b2c3d-0000-4000-8000-00000000000a';
  const fileLabels = [{ id: SECRET_LABEL, tenantId: null }];

  it.each([
    { kind: 'files' as const, what: 'copied files' },
    { kind: 'image' as const, what: 'an image' },
  ])('are judged as $kind, recorded without any of their text, and left where they are', async (given) => {
    const { kind, what } = given;
    const world = await started({
      policies: [{ name: 'No files', when: { capture: { in: [kind] } }, action: 'block' }],
    });
    await world.copy('C:\\secret plan.docx', { kind, fileLabels });
    await world.front('chatgpt');
    await world.front('gedit');
    await world.front('chatgpt');
    expect(world.recorded).toEqual([
      expect.objectContaining({
        action: 'block',
        capture_kind: kind,
        file_labels: [SECRET_LABEL],
        unscanned: 'unreadable',
        fingerprint: null,
        reason: expect.stringContaining('It was not held'),
      }),
    ]);
    expect(world.desktop.clipboard).toBe('C:\\secret plan.docx');
    expect(world.told.filter((happening) => happening.kind === 'problem')).toEqual([
      { kind: 'problem', detail: expect.stringContaining(`${what} cannot be taken away`) },
    ]);
    expect(
      JSON.stringify([world.told, world.recorded.map((draft) => ({ ...draft, clipboard: '' }))]),
    ).not.toContain('secret plan');
  });

  it('are not what a policy about text speaks of', async () => {
    const world = await started({
      policies: [{ name: 'Texts', when: { capture: { in: ['text'] } }, action: 'block' }],
    });
    await world.copy('', { kind: 'files' });
    await world.front('chatgpt');
    expect(world.kinds()).toEqual(['allow chatgpt']);
    expect(world.recorded[0]).not.toHaveProperty('file_labels');
  });

  it.each([
    { wanted: 'Restricted', kinds: ['block chatgpt'] },
    { wanted: 'Public', kinds: ['allow chatgpt'] },
  ])('are judged by the labels they carry: $wanted', async ({ wanted, kinds }) => {
    const world = await started({
      policies: [{ name: 'Labelled', when: { file_label: { is: wanted } }, action: 'block' }],
    });
    const restricted = world.enforced.labelRules.labels.find(({ name }) => name === 'Restricted');
    const carried = [{ id: restricted?.id ?? '', tenantId: null }];
    await world.copy('', { kind: 'files', fileLabels: carried });
    await world.front('chatgpt');
    expect(world.kinds()).toEqual(kinds);
  });
});
