import { describe, expect, it } from 'vitest';
import { createHistory, type HistoryParts } from '../../../src/agent/past/history.ts';
import { localTimeOf } from '../../../src/agent/local-clock.ts';
import { NOT_KNOWN } from '../../../src/policy/interaction.ts';
import { builtInCatalogue } from '../../../src/sense/catalogue.ts';
import { mergeCatalogue } from '../../../src/sense/platform-overrides.ts';
import type { Interaction } from '../../../src/shared/audit-event.ts';
import { past, pastedAnyway } from '../../fakes/past-interactions.ts';
import { readyBuiltIn } from '../../fakes/ready-bundle.ts';

const merged = mergeCatalogue(builtInCatalogue, [
  { platform_id: 'claude', sanctioned: true },
  { platform_id: 'grok', enabled: false },
  { platform_id: 'house-ai', name: 'House AI', hostnames: ['ai.example.com'] },
]);
if (!merged.ok) throw new Error(merged.problem);
const { labelRules } = readyBuiltIn();
const parts: HistoryParts = {
  labelRules,
  catalogue: merged.value,
  notLookedFor: () => new Set(),
  assumed: {},
};
const history = (given: Partial<HistoryParts> = {}) => createHistory({ ...parts, ...given });
const inputOf = (fields: Partial<Interaction>, given: Partial<HistoryParts> = {}) =>
  history(given)(past(fields)).input;

describe('a stored interaction, recalled', () => {
  it.each<{ platform_id: string; target: object; isWatched?: boolean }>([
    { platform_id: 'claude', target: { kind: 'ai', platformId: 'claude', name: 'Claude', sanctioned: true } },
    { platform_id: 'chatgpt', target: { kind: 'ai', platformId: 'chatgpt', sanctioned: false } },
    { platform_id: 'house-ai', target: { kind: 'ai', name: 'House AI', sanctioned: false } },
    { platform_id: 'gone-ai', target: { kind: 'ai', platformId: 'gone-ai', name: 'gone-ai' } },
    { platform_id: 'unknown-site', target: { kind: 'unknown-site' } },
    { platform_id: 'grok', target: { kind: 'app', name: 'Grok' }, isWatched: false },
  ])('faces $platform_id as the draft has it', ({ platform_id, target, isWatched = true }) => {
    const recalled = history()(past({ platform_id }));
    expect(recalled.input.target).toMatchObject(target);
    expect(recalled.isWatched).toBe(isWatched);
  });

  it('keeps how surely the platform was recognised', () => {
    expect(inputOf({ platform_recognised_by: 'title', platform_confidence: 'low' }).target).toMatchObject({
      recognisedBy: 'title',
      confidence: 'low',
    });
  });

  it.each<{ fields: Partial<Interaction>; capture: object }>([
    { fields: {}, capture: { kind: 'text', sourceApp: 'OUTLOOK.EXE', fileLabels: [] } },
    { fields: { capture_kind: 'image' }, capture: { kind: 'image' } },
    {
      fields: { capture_kind: 'files', file_labels: ['a', 'b'] },
      capture: {
        kind: 'files',
        fileLabels: [
          { id: 'a', tenantId: null },
          { id: 'b', tenantId: null },
        ],
      },
    },
    { fields: { source_app: null }, capture: { sourceApp: NOT_KNOWN } },
  ])('was copied as stored: $fields', ({ fields, capture }) => {
    expect(inputOf(fields).capture).toMatchObject(capture);
  });

  it('has the label of these rules, whatever label is stored', () => {
    expect(inputOf({ label: 'Public', label_id: 'public' }).label).toMatchObject({ name: 'Restricted' });
  });

  it('has a label that is not known where a rule names what nobody looked for', () => {
    const rules = {
      ...labelRules,
      rules: [{ condition: { classifications: 'contains' as const, value: 'CUSTOM:A' }, label: 'Public' }],
    };
    const input = inputOf({}, { labelRules: rules, notLookedFor: () => new Set(['CUSTOM:A']) });
    expect(input.label).toBe(NOT_KNOWN);
    expect(input.notLookedFor).toEqual(new Set(['CUSTOM:A']));
  });

  it('asks what was looked for under the bundle of that time', () => {
    const asked: string[] = [];
    inputOf(
      { bundle_version: 'acme v4' },
      {
        notLookedFor: (version) => {
          asked.push(version);
          return new Set();
        },
      },
    );
    expect(asked).toEqual(['acme v4']);
  });

  it("happened at that moment by this machine's clock", () => {
    const at = '2026-07-01T22:30:00.000Z';
    expect(inputOf({ at }).circumstances.now).toEqual(localTimeOf(new Date(at)));
  });

  it('says nothing of groups and devices but what is assumed', () => {
    expect(inputOf({}).circumstances).toMatchObject({
      userGroups: NOT_KNOWN,
      deviceGroups: NOT_KNOWN,
      deviceManaged: NOT_KNOWN,
    });
    const assumed = { userGroups: ['HR'], deviceGroups: ['desks'], deviceManaged: false };
    expect(inputOf({}, { assumed }).circumstances).toMatchObject(assumed);
  });
});

describe('what the person had pasted anyway by then', () => {
  const at = (time: string): string => `2026-11-18T${time}:00.000Z`;
  const overridesAt = (moment: string, ...before: Interaction[]): readonly string[] => {
    const recall = history();
    for (const interaction of before) recall(interaction);
    const { overrides } = recall(past({ at: moment })).input.circumstances;
    if (overrides === NOT_KNOWN) throw new Error('not known');
    return overrides.map((time) => new Date(time).toISOString());
  };

  it('counts from the moment of the answer, oldest first', () => {
    const slow = past({ ...pastedAnyway(at('09:00')), answered_at: at('09:30') });
    const quick = past(pastedAnyway(at('09:10')));
    expect(overridesAt(at('09:20'), slow, quick)).toEqual([at('09:10')]);
    expect(overridesAt(at('09:40'), slow, quick)).toEqual([at('09:10'), at('09:30')]);
  });

  it.each<{ answer: Interaction['answer']; counts: boolean }>([
    { answer: 'proceed', counts: true },
    { answer: 'overridden', counts: true },
    { answer: 'cancel', counts: false },
    { answer: 'redact', counts: false },
    { answer: 'withdrawn', counts: false },
    { answer: null, counts: false },
  ])('takes $answer for one: $counts', ({ answer, counts }) => {
    const earlier = past({ at: at('08:00'), answer, answered_at: answer === null ? null : at('08:01') });
    expect(overridesAt(at('10:00'), earlier)).toHaveLength(counts ? 1 : 0);
  });

  it('never counts the paste in question', () => {
    const { overrides } = history()(past(pastedAnyway(at('09:00')))).input.circumstances;
    expect(overrides).toEqual([]);
  });

  it('gives the newest thousand: no condition counts further', () => {
    const many = Array.from({ length: 1005 }, (_, index) =>
      past(pastedAnyway(new Date(Date.parse(at('00:00')) + index * 1000).toISOString())),
    );
    const times = overridesAt(at('23:00'), ...many);
    expect(times).toHaveLength(1000);
    expect(times[0]).toBe('2026-11-18T00:00:05.000Z');
  });
});
