import { beforeEach, describe, expect, it } from 'vitest';
import type { Permit } from '../../src/shared/permit.ts';
import { CARD, EMAIL, PLAIN, World } from '../fakes/agent-world.ts';
import { NOON } from '../fakes/policy-inputs.ts';

const policy = 'Block Restricted label data on unauthorized platforms';
const permit = (given: Partial<Permit> = {}): Permit => ({
  id: 'code-1',
  issuer: 'Ada of the help desk',
  policies: 'all',
  platforms: 'all',
  expires: NOON.epochMs + 60_000,
  ...given,
});

let world: World;
beforeEach(async () => {
  world = new World();
  await world.agent.start();
  await world.copy(CARD);
  await world.front('deepseek');
});

describe('a one-use code', () => {
  it.each([
    { what: 'for everything', scope: {} },
    { what: 'for this platform', scope: { platforms: ['grok', 'deepseek'] } },
    { what: 'for this policy', scope: { policies: [policy] } },
  ])('$what lets what is held pass, and closes the question', async ({ scope }) => {
    const used = await world.agent.permit(permit(scope));
    expect(used).toEqual({
      ok: true,
      value: 'Ada of the help desk lets this copy go to deepseek, this once',
    });
    expect(world.desktop.clipboard).toBe(CARD);
    expect(world.person.waiting).toBe(0);
    expect(world.kinds()).toEqual(['block deepseek', 'answer overridden']);
  });

  it('is on record with who gave it before it takes effect, and counts as an override', async () => {
    await world.agent.permit(permit());
    expect(world.recorded[1]).toMatchObject({
      kind: 'answer',
      interaction_id: world.person.asked[0]?.id,
      answer: 'overridden',
      override: { id: 'code-1', issuer: 'Ada of the help desk' },
      clipboard: expect.stringContaining('Clipward is keeping'),
    });
    expect(world.overrides.times()).toEqual([NOON.epochMs]);
  });

  it('is kept as used before it takes effect, and only when it does', async () => {
    await world.agent.permit(permit({ platforms: ['grok'] }));
    expect(world.spent).toEqual([]);
    await world.agent.permit(permit());
    expect(world.spent).toEqual([['code-1', expect.stringContaining('Clipward is keeping')]]);
  });

  it('is for this platform alone, and for this copy alone', async () => {
    await world.agent.permit(permit());
    await world.front('gedit');
    await world.front('deepseek');
    expect(world.desktop.clipboard).toBe(CARD);
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toContain('chatgpt');
    await world.front('deepseek');
    await world.copy(CARD);
    expect(world.desktop.clipboard).toContain('deepseek');
  });

  it('can be typed in while another window is in front: it is for the last question', async () => {
    await world.front('terminal');
    expect((await world.agent.permit(permit())).ok).toBe(true);
    expect(world.desktop.clipboard).toBe(CARD);
    await world.front('deepseek');
    expect(world.desktop.clipboard).toBe(CARD);
  });

  it('lets pass what the person had decided to keep out', async () => {
    await world.answer({ choice: 'cancel' });
    expect((await world.agent.permit(permit())).ok).toBe(true);
    expect(world.desktop.clipboard).toBe(CARD);
    expect(world.kinds()).toEqual(['block deepseek', 'answer cancel', 'answer overridden']);
  });

  it('for all that is kept out is used on what was in front last', async () => {
    await world.front('chatgpt');
    await world.front('terminal');
    await world.agent.permit(permit());
    await world.front('deepseek');
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toBe(CARD);
  });

  it('for one of two platforms that keep it out is used there, though the other was in front last', async () => {
    await world.front('chatgpt');
    expect((await world.agent.permit(permit({ platforms: ['deepseek'] }))).ok).toBe(true);
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
    await world.front('deepseek');
    expect(world.desktop.clipboard).toBe(CARD);
  });
});

describe('a code is refused, and that is on record', () => {
  it('whose use cannot be kept, and then nothing passes', async () => {
    world.diskProblem = 'raising a mark: database is locked';
    const used = await world.agent.permit(permit());
    expect(used).toMatchObject({ ok: false, problem: expect.stringContaining('database is locked') });
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
    expect(world.kinds()).toEqual(['block deepseek', 'override-refused']);
    world.diskProblem = null;
    expect((await world.agent.permit(permit())).ok).toBe(true);
  });

  it.each<[string, Partial<Permit>, string]>([
    ['for another platform', { platforms: ['grok'] }, 'this code is not for deepseek, only for grok'],
    [
      'for another policy',
      { policies: ['Another'] },
      `this code is not for the policy "${policy}" that holds it`,
    ],
    ['that expired', { expires: NOON.epochMs - 1 }, 'this code expired at 2026-11-18T11:59:59.999Z'],
  ])('%s', async (_, given, problem) => {
    const used = await world.agent.permit(permit(given));
    expect(used).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
    expect(world.recorded.at(-1)).toMatchObject({
      kind: 'agent',
      what: 'override-refused',
      detail: expect.stringContaining(`code code-1 of Ada of the help desk: ${problem}`),
    });
    expect(world.overrides.times()).toEqual([]);
  });

  it('that was used in an earlier run', async () => {
    world.used.add('code-1');
    expect(await world.agent.permit(permit())).toEqual({ ok: false, problem: 'this code was used before' });
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
  });

  it('that was used a moment ago, whatever the log says', async () => {
    await world.agent.permit(permit());
    await world.copy(CARD);
    expect(await world.agent.permit(permit())).toEqual({ ok: false, problem: 'this code was used before' });
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
  });

  it.each([
    { what: 'nothing is held', act: () => world.copy(PLAIN) },
    {
      what: 'the person had gone on by themselves',
      act: async () => {
        await world.front('chatgpt');
        await world.copy(EMAIL);
        await world.answer({ choice: 'proceed' });
      },
    },
  ])('while $what, and can be used later', async ({ act }) => {
    await act();
    expect(await world.agent.permit(permit())).toMatchObject({
      ok: false,
      problem: expect.stringContaining('nothing is held now'),
    });
    await world.copy(CARD);
    expect((await world.agent.permit(permit())).ok).toBe(true);
  });
});
