import { describe, expect, it } from 'vitest';
import { CARD, EMAIL, PLAIN, withPolicies, World } from '../fakes/agent-world.ts';
import { NOON } from '../fakes/policy-inputs.ts';

const email = { finding: { type: 'EMAIL' } };
/** Coaches; the third time today asks why, the fifth time blocks. */
const adaptive = withPolicies(
  {
    name: 'Enough for today',
    priority: 1,
    when: { all: [email, { overrides: { at_least: 4 } }] },
    action: 'block',
  },
  {
    name: 'Say why',
    priority: 2,
    when: { all: [email, { overrides: { at_least: 2 } }] },
    action: 'coach',
    justification: 'required',
  },
  { name: 'Think first', priority: 3, when: email, action: 'coach', justification: 'none' },
);

async function adaptiveWorld(seed: readonly number[] = []): Promise<World> {
  const world = new World({ seed });
  world.enforced = adaptive;
  await world.agent.start();
  await world.front('chatgpt');
  return world;
}

/** Copies, goes past what is asked if there is a way, and says which policy it met. */
async function pasteAnyway(world: World): Promise<string> {
  world.later(10);
  const before = world.person.asked.length;
  await world.copy(EMAIL);
  const question = world.person.asked[before];
  if (question === undefined) return 'no question';
  world.later(1);
  await world.answer({
    choice: question.choices.includes('proceed') ? 'proceed' : 'cancel',
    ...(question.justification === 'required' ? { justification: 'needed today' } : {}),
  });
  return `${question.policy} (${question.action}, ${question.justification})`;
}

const day = ['Think first (coach, none)', 'Think first (coach, none)'];
const moreOfIt = ['Say why (coach, required)', 'Say why (coach, required)'];
const end = 'Enough for today (block, none)';

describe('policies that adapt to what the person did before', () => {
  it('ask for a justification at the third override of a day, block the fifth, and begin anew the next day', async () => {
    const world = await adaptiveWorld();
    const met: string[] = [];
    for (let times = 0; times < 6; times += 1) met.push(await pasteAnyway(world));
    expect(met).toEqual([...day, ...moreOfIt, end, end]);
    world.later(24 * 60, 'thu');
    expect(await pasteAnyway(world)).toBe(day[0]);
  });

  it('go on counting after a restart', async () => {
    const first = await adaptiveWorld();
    for (let times = 0; times < 3; times += 1) await pasteAnyway(first);
    const second = await adaptiveWorld(first.overrides.times());
    second.now = first.now;
    expect(await pasteAnyway(second)).toBe(moreOfIt[0]);
    expect(await pasteAnyway(second)).toBe(end);
  });

  it.each([
    { choice: 'cancel' as const },
    { choice: 'redact' as const },
    { choice: 'proceed' as const, justification: 'x', reason: 'made up' },
  ])('do not count "$choice" that let nothing past', async (answer) => {
    const world = await adaptiveWorld();
    await world.copy(EMAIL);
    await world.answer(answer);
    expect(world.overrides.times()).toEqual([]);
  });

  it('do not turn on the paste that was just allowed: who comes back finds the same', async () => {
    const world = await adaptiveWorld([NOON.epochMs - 4000, NOON.epochMs - 3000, NOON.epochMs - 2000]);
    expect(await pasteAnyway(world)).toBe(moreOfIt[0]);
    expect(world.overrides.times()).toHaveLength(4);
    await world.front('gedit');
    world.later(5);
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toBe(EMAIL);
    expect(world.kinds()).toEqual(['coach chatgpt', 'answer proceed']);
    await world.front('claude');
    expect(world.kinds().at(-1)).toBe('block claude');
  });
});

describe('the hour', () => {
  const evenings = withPolicies({
    name: 'Not in the evening',
    when: { all: [email, { time: { from: '18:00', to: '23:00' } }] },
    action: 'block',
  });

  it('is the one at which the platform comes to the front, not the one of the copy', async () => {
    const world = new World();
    world.enforced = evenings;
    await world.agent.start();
    await world.copy(EMAIL);
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toBe(EMAIL);
    await world.front('gedit');
    world.later(6 * 60);
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
    await world.front('gedit');
    world.later(5 * 60);
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toBe(EMAIL);
    expect(world.kinds()).toEqual(['allow chatgpt', 'block chatgpt', 'allow chatgpt', 'answer withdrawn']);
    expect(world.person.waiting).toBe(0);
  });

  it('changes nothing of what it does not speak of, however often the person comes back', async () => {
    const world = new World();
    world.enforced = evenings;
    await world.agent.start();
    await world.copy(PLAIN);
    for (let times = 0; times < 6; times += 1) {
      await world.front('chatgpt');
      await world.front('gedit');
      world.later(120);
    }
    expect(world.kinds()).toEqual(['allow chatgpt']);
  });
});

describe('groups and the source app', () => {
  it.each([
    { groups: ['Contractors'], source: 'excel.exe', kinds: ['block chatgpt'] },
    { groups: ['Staff'], source: 'excel.exe', kinds: ['allow chatgpt'] },
    { groups: ['Contractors'], source: 'gedit', kinds: ['allow chatgpt'] },
  ])('decide as they are now: $groups from $source', async ({ groups, source, kinds }) => {
    const world = new World();
    world.enforced = withPolicies({
      name: 'Contractors and tables',
      when: { all: [{ user_group: { in: ['contractors'] } }, { source_app: { in: ['excel'] } }] },
      action: 'block',
    });
    world.userGroups = groups;
    await world.agent.start();
    await world.copy(CARD, { source: { process: source, title: 'salaries' } });
    await world.front('chatgpt');
    expect(world.kinds()).toEqual(kinds);
    expect(world.recorded[0]).toMatchObject({ source_app: source });
  });
});
