import { beforeEach, describe, expect, it } from 'vitest';
import { EMAIL, withPolicies, World } from '../fakes/agent-world.ts';

const coaching = {
  en: { title: 'Not to {platform}', reasons: ['Agreed with the customer', 'Public anyway'] },
  de: {
    title: 'Nicht zu {platform}',
    contact: 'Frau Weiß',
    reasons: ['Mit dem Kunden vereinbart', 'Ohnehin öffentlich'],
  },
};
const policy = {
  name: 'Addresses',
  when: { finding: { type: 'EMAIL' } },
  action: 'coach',
  justification: 'required',
  reasons: ['agreed', 'public'],
  coaching,
};

let world: World;
beforeEach(async () => {
  world = new World();
  world.enforced = withPolicies(policy);
  await world.agent.start();
});

async function asked(language = 'en') {
  world.language = language;
  await world.copy(EMAIL);
  await world.front('chatgpt');
  return world.person.asked[0];
}

describe('what the company has written', () => {
  it.each([
    { language: 'en', title: 'Not to chatgpt', reasons: coaching.en.reasons },
    { language: 'de-AT', title: 'Nicht zu chatgpt', reasons: coaching.de.reasons },
    { language: 'fr', title: 'Not to chatgpt', reasons: coaching.en.reasons },
  ])('is shown in the language of the person: $language', async ({ language, title, reasons }) => {
    expect(await asked(language)).toMatchObject({ title, reasons });
  });

  it('of the bundle is shown where the policy says nothing', async () => {
    const { coaching: _own, ...silent } = policy;
    world.enforced = {
      ...withPolicies(silent),
      coaching: { en: { text: 'Ask first. {policy}.', contact: 'Ada' } },
    };
    expect((await asked())?.text).toBe('Ask first. Addresses. Questions? Ask Ada.');
  });
});

describe('a reason from the list', () => {
  it('is enough where one is required, and recorded in the words of the policy', async () => {
    await asked('de');
    await world.answer({ choice: 'proceed', reason: 'Ohnehin öffentlich' });
    expect(world.recorded.at(-1)).toMatchObject({ answer: 'proceed', reason: 'public', justification: null });
    expect(world.desktop.clipboard).toBe(EMAIL);
  });

  it('can be given with own words', async () => {
    await asked();
    await world.answer({ choice: 'proceed', reason: 'Public anyway', justification: 'on our site' });
    expect(world.recorded.at(-1)).toMatchObject({ reason: 'public', justification: 'on our site' });
  });

  it.each([
    { answer: { choice: 'proceed' as const, reason: 'because' }, says: 'none of those offered' },
    { answer: { choice: 'proceed' as const }, says: 'one of the listed reasons or a reason of at least 3' },
  ])('that was not offered, or none, lets nothing pass: $says', async ({ answer, says }) => {
    await asked();
    await world.answer(answer);
    expect(world.desktop.clipboard).toContain('Clipward is keeping');
    expect(world.kinds()).toEqual(['coach chatgpt', 'answer cancel']);
    expect(world.recorded.at(-1)).not.toHaveProperty('reason');
    expect(world.told).toContainEqual({ kind: 'problem', detail: expect.stringContaining(says) });
  });

  it('is left out of the record where own words were given alone', async () => {
    await asked();
    await world.answer({ choice: 'proceed', justification: 'for the audit' });
    expect(world.recorded.at(-1)).toMatchObject({ justification: 'for the audit' });
    expect(world.recorded.at(-1)).not.toHaveProperty('reason');
  });
});
