import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBuiltIns } from '../../../src/classify/custom/built-ins.ts';
import { createCustomDetector } from '../../../src/classify/custom/evaluate.ts';
import { importRulePackage, MAX_PACKAGE_BYTES } from '../../../src/classify/rule-package/import.ts';
import { noteLine, problemLine } from '../../../src/classify/rule-package/problem.ts';

const builtIn = createBuiltIns([]);
const fixture = (name: string): string => readFileSync(`test/fixtures/rule-packages/${name}.xml`, 'utf8');
const importText = (text: string, dictionaries = new Map<string, string[]>()) =>
  importRulePackage(new TextEncoder().encode(text), { builtIn, dictionaries });
const imported = (text: string, dictionaries = new Map<string, string[]>()) => {
  const result = importText(text, dictionaries);
  if (!result.ok) throw new Error(result.problem.map((problem) => problemLine('f', problem)).join('\n'));
  return result.value;
};

const oneType = fixture('one-type');
const allConstructs = fixture('all-constructs');
/** The fixture with one thing changed; the thing must be there. */
const changed = (from: string, to: string, text = oneType): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('a rule package', () => {
  it('becomes what a bundle holds, in its shortest form', () => {
    expect(imported(oneType)).toMatchObject({
      details: {
        id: '0a1b2c3d-0000-4000-8000-0000000000a1',
        version: '1.0.0.0',
        name: 'One type',
        publisher: 'Harbour Works',
      },
      written: [
        {
          type: 'CUSTOM:BERTH_NUMBER',
          id: '0a1b2c3d-0000-4000-8000-0000000000a3',
          name: 'Berth number',
          recommended_confidence: 'medium',
          regexes: { Berth: String.raw`\bB-[0-9]{6}\b` },
          keywords: { Words: ['berth'] },
          patterns: [{ confidence: 'medium', find: 'Berth', needs: ['Words'] }],
        },
      ],
      notes: [],
    });
  });

  it('with every construct keeps each of them', () => {
    const { types, details } = imported(allConstructs);
    expect(details).toMatchObject({ version: '2.1.0.7', name: 'Harbour types' });
    expect(types.map(({ type }) => type)).toEqual([
      'CUSTOM:BERTH_NUMBER',
      'CUSTOM:CRANE',
      'CUSTOM:CRANE_2',
      'CUSTOM:TYPE_0A1B2C3D',
      'CUSTOM:LETTER',
    ]);
    expect(types[0]).toEqual({
      type: 'CUSTOM:BERTH_NUMBER',
      id: '0A1B2C3D-0000-4000-8000-000000000010',
      name: 'Berth number',
      recommended_confidence: 'medium',
      proximity: 200,
      min_count: 1,
      missing: [],
      regexes: {
        'Berth number': { expression: String.raw`\bB-[0-9]{6}\b`, validators: ['day'] },
        Crane: { expression: String.raw`(?i)\bcr[0-9]{2}\b`, validators: ['crane sum'] },
        'Ends in 99': '99',
      },
      keywords: {
        Keyword_berth: ['berth', 'mooring place'],
        Keyword_ship: { words: [{ text: 'MV', exact_case: true }], anywhere: ['船'] },
        Keyword_example: { anywhere: ['example'] },
        'Copy of': { anywhere: ['copy of '] },
        Quay: { anywhere: [' quay'] },
      },
      validators: {
        day: { date: { format: 'DDMMYY', offset: 2 } },
        'crane sum': { checksum: { weights: [1, 2, 3, 0], mod: 10, check_digit: 4, letters: true } },
      },
      filters: [{ exclude: 'same_digits' }],
      patterns: [
        { confidence: 'low', find: 'Berth number', needs: [], filters: [] },
        {
          confidence: 'medium',
          find: 'Berth number',
          needs: ['Keyword_berth', { none_of: ['Keyword_example'] }],
          proximity: 100,
          filters: [],
        },
        {
          confidence: 'high',
          find: 'Berth number',
          needs: [
            { match: 'Keyword_berth', min_count: 2, distinct: true, proximity: 80 },
            { any_of: ['Func_us_date', 'Keyword_ship', { any_of: ['Crane'] }], at_most: 2 },
          ],
          filters: [
            { exclude: 'starts_with', matching: 'Keyword_example' },
            { exclude: 'ends_with', matching: 'Ends in 99' },
            { exclude: 'equals', matching: 'Ends in 99' },
            { exclude: 'preceded_by', matching: 'Copy of' },
            { require: 'followed_by', matching: 'Quay' },
          ],
        },
      ],
    });
  });

  it('tells with its line what was skipped, approximated, or is off', () => {
    const lines = imported(allConstructs).notes.map((note) => noteLine('f.xml', note));
    const lineOf = (words: string): number =>
      allConstructs.split('\n').findIndex((line) => line.includes(words)) + 1;
    const expected: readonly (readonly [string, string, string])[] = [
      ['id="0A1B2C3D', 'relaxProximity is ignored', 'approximated'],
      ['id="0A1B2C3D', 'Func_us_date is replaced', 'approximated'],
      ['confidenceLevel="60"', 'confidenceLevel 60 becomes the level "low"', 'approximated'],
      [
        '000000000012" patternsP',
        'CUSTOM:CRANE_2 is off: it needs "0a1b2c3d-0000-4000-8000-0000000000d1"',
        'disabled',
      ],
      [
        '000000000014" patternsP',
        'CUSTOM:LETTER is off: it needs "Func_unheard_of", "Letter of the port"',
        'disabled',
      ],
      ['<Affinity', 'Affinity 0a1b2c3d-0000-4000-8000-000000000015', 'skipped'],
      ['<Validator type="Checksum"', 'what letters count in a Checksum', 'approximated'],
      ['<Dictionary', 'is read as 2 whole words', 'approximated'],
      ['<Fingerprint', 'Fingerprint "Letter of the port"', 'skipped'],
      ['<ExtendedKeyword', 'ExtendedKeyword "opaque"', 'skipped'],
      ['<Novelty', 'Novelty is not known', 'skipped'],
    ];
    expect(lines).toHaveLength(expected.length);
    for (const [place, what, kind] of expected) {
      const line = lines.find((candidate) => candidate.includes(what));
      expect(line, what).toMatch(new RegExp(`^f\\.xml:${lineOf(place)}: .*; .* \\[${kind}\\]$`));
    }
  });

  it.each([
    { text: 'B-310199', finds: ['CUSTOM:BERTH_NUMBER low'] },
    { text: 'B-310299', finds: [] },
    { text: 'B-111111', finds: [] },
    { text: 'berth B-310199', finds: ['CUSTOM:BERTH_NUMBER medium'] },
    { text: 'berth B-310199 example', finds: ['CUSTOM:BERTH_NUMBER low'] },
    { text: 'berth, mooring place B-310198 quay, MV Anna', finds: ['CUSTOM:BERTH_NUMBER high'] },
    { text: 'berth, mooring place B-310198 quay, mv anna', finds: ['CUSTOM:BERTH_NUMBER medium'] },
    { text: 'berth, mooring place B-310199 quay, MV Anna', finds: ['CUSTOM:BERTH_NUMBER medium'] },
    { text: 'berth, mooring place copy of B-310198 quay 船', finds: ['CUSTOM:BERTH_NUMBER medium'] },
    { text: 'berth, mooring place B-310198 pier 船', finds: ['CUSTOM:BERTH_NUMBER medium'] },
    { text: 'cr19 and CR18', finds: ['CUSTOM:CRANE high'] },
    { text: 'MV Aurora', finds: ['CUSTOM:TYPE_0A1B2C3D low'] },
  ])('finds $finds in "$text"', ({ text, finds }) => {
    const detector = createCustomDetector(imported(allConstructs).types, { builtIn });
    expect(detector.problems).toEqual([]);
    expect(detector.find(text).hits.map(({ type, confidence }) => `${type} ${confidence}`)).toEqual(finds);
  });

  it('takes the terms of a dictionary that are handed over with it', () => {
    const dictionaries = new Map([['0a1b2c3d-0000-4000-8000-0000000000d1', ['Rotterdam']]]);
    const { types } = imported(allConstructs, dictionaries);
    const crane = types.find(({ type }) => type === 'CUSTOM:CRANE_2');
    expect(crane).toMatchObject({
      missing: [],
      keywords: { '0a1b2c3d-0000-4000-8000-0000000000d1': ['Rotterdam'] },
    });
  });
});

/** The problem must be told at the line where `at` stands, or else where `to` begins. */
interface Refusal {
  readonly why: string;
  readonly from: string;
  readonly to: string;
  readonly says: string;
  readonly at?: string;
}

const entityStart = 'Entity id="0a1b2c3d-0000-4000-8000-0000000000a3" patternsProximity="300"';
const refusals: readonly Refusal[] = [
  {
    why: 'a root of another name',
    from: '<RulePackage xmlns',
    to: '<Rulez xmlns',
    says: 'Unexpected close tag',
    at: '</RulePackage>',
  },
  {
    why: 'another namespace',
    from: 'office/2011/mce',
    to: 'office/2099/mce',
    says: 'the root is RulePackage in the namespace',
  },
  {
    why: 'exact data match',
    from: 'office/2011/mce',
    to: 'office/2018/edm',
    says: 'an exact data match package',
  },
  {
    why: 'exact data match of 2020',
    from: 'office/2011/mce',
    to: 'office/2020/pdm',
    says: 'an exact data match package',
  },
  {
    why: 'a document type',
    from: '<RulePackage xmlns',
    to: '<!DOCTYPE x [<!ENTITY a "b">]><RulePackage xmlns',
    says: 'DOCTYPE',
  },
  { why: 'an unknown entity', from: '>Berth number<', to: '>&berth;<', says: 'Invalid character entity' },
  {
    why: 'a processing instruction',
    from: '<Rules>',
    to: '<?run it?><Rules>',
    says: 'a processing instruction <?run?>',
  },
  {
    why: 'an attribute twice',
    from: 'recommendedConfidence="75"',
    to: 'recommendedConfidence="75" recommendedConfidence="85"',
    says: 'an attribute of Entity is there twice',
  },
  { why: 'broken XML', from: '</Rules>', to: '</Rule>', says: 'not well-formed XML' },
  {
    why: 'no RulePack id',
    from: 'RulePack id="0a1b2c3d-0000-4000-8000-0000000000a1"',
    to: 'RulePack',
    says: 'RulePack has no id',
    at: '<RulePack>',
  },
  {
    why: 'a RulePack id that is no GUID',
    from: '0000000000a1"',
    to: '0000000000g1"',
    says: 'RulePack/@id is no GUID',
  },
  {
    why: 'a version beyond 16 bits',
    from: 'major="1"',
    to: 'major="65536"',
    says: 'Version/@major is no number from 0 to 65535',
  },
  {
    why: 'no version',
    from: '<Version major="1" minor="0" build="0" revision="0"/>',
    to: '',
    says: 'RulePack has no Version',
    at: '<RulePack id',
  },
  {
    why: 'no publisher',
    from: '<Publisher id="0a1b2c3d-0000-4000-8000-0000000000a2"/>',
    to: '',
    says: 'RulePack has no Publisher',
    at: '<RulePack id',
  },
  { why: 'encryption', from: '<Details', to: '<Encryption/><Details', says: 'the package is encrypted' },
  {
    why: 'a default language without details',
    from: 'defaultLangCode="en-us"',
    to: 'defaultLangCode="de-de"',
    says: 'defaultLangCode "de-de" has no LocalizedDetails',
  },
  {
    why: 'details of one language twice',
    from: '</Details>',
    to: '<LocalizedDetails langcode="EN-us"><PublisherName>x</PublisherName><Name>x</Name></LocalizedDetails></Details>',
    says: 'LocalizedDetails for "en-us" are there twice',
  },
  {
    why: 'a package without a name',
    from: '<Name>One type</Name>',
    to: '<Name> </Name>',
    says: 'Name has 0 characters, expected 1 to 64',
  },
  {
    why: 'a package with too long a name',
    from: 'One type',
    to: 'x'.repeat(65),
    says: 'Name has 65 characters',
  },
  { why: 'no Rules', from: '<Rules>', to: '<Rulez/><Other>', says: 'Unexpected close tag', at: '</Rules>' },
  {
    why: 'an Entity id that is no GUID',
    from: entityStart,
    to: 'Entity id="17" patternsProximity="300"',
    says: 'Entity/@id is no GUID',
  },
  {
    why: 'an Entity id twice',
    from: '<Regex id="Berth">',
    to: '<Affinity id="0A1B2C3D-0000-4000-8000-0000000000A3"/><Regex id="Berth">',
    says: 'the id 0a1b2c3d-0000-4000-8000-0000000000a3 is there twice',
  },
  {
    why: 'no recommended confidence',
    from: ' recommendedConfidence="75"',
    to: '',
    says: 'Entity has no recommendedConfidence',
    at: '<Entity',
  },
  {
    why: 'a recommended confidence of 0',
    from: 'recommendedConfidence="75"',
    to: 'recommendedConfidence="0"',
    says: 'Entity/@recommendedConfidence is no number from 1 to 100',
  },
  {
    why: 'no proximity',
    from: ' patternsProximity="300"',
    to: '',
    says: 'Entity has no patternsProximity',
    at: '<Entity',
  },
  {
    why: 'a proximity of 0',
    from: 'patternsProximity="300"',
    to: 'patternsProximity="0"',
    says: 'Entity/@patternsProximity is no number from 1',
  },
  {
    why: 'a level of 101',
    from: 'confidenceLevel="75"',
    to: 'confidenceLevel="101"',
    says: 'Pattern/@confidenceLevel is no number from 1 to 100',
  },
  {
    why: 'no level',
    from: ' confidenceLevel="75"',
    to: '',
    says: 'Pattern has no confidenceLevel',
    at: '<Pattern>',
  },
  {
    why: 'no IdMatch',
    from: '<IdMatch idRef="Berth"/>',
    to: '',
    says: 'a Pattern has no IdMatch',
    at: '<Pattern',
  },
  {
    why: 'two IdMatch',
    from: '<IdMatch idRef="Berth"/>',
    to: '<IdMatch idRef="Berth"/><IdMatch idRef="Berth"/>',
    says: 'a Pattern has more than one IdMatch',
  },
  {
    why: 'an IdMatch without idRef',
    from: '<IdMatch idRef="Berth"/>',
    to: '<IdMatch/>',
    says: 'IdMatch has no idRef',
  },
  {
    why: 'an IdMatch inside Any',
    from: '<Match idRef="Words"/>',
    to: '<Any><IdMatch idRef="Words"/></Any>',
    says: 'IdMatch is not known here',
  },
  {
    why: 'an idRef to nothing',
    from: 'idRef="Words"',
    to: 'idRef="Word"',
    says: '"Word" is neither in the file nor known; add it, or name one that is there: Words',
  },
  {
    why: 'a minCount of 0',
    from: 'idRef="Words"',
    to: 'idRef="Words" minCount="0"',
    says: 'Match/@minCount is no number from 1',
  },
  {
    why: 'a uniqueResults that is no flag',
    from: 'idRef="Words"',
    to: 'idRef="Words" uniqueResults="yes"',
    says: 'Match/@uniqueResults is neither true nor false',
  },
  {
    why: 'an Any of nothing',
    from: '<Match idRef="Words"/>',
    to: '<Any minMatches="1"/>',
    says: 'an Any holds nothing',
  },
  {
    why: 'an Any that asks for too many',
    from: '<Match idRef="Words"/>',
    to: '<Any minMatches="2"><Match idRef="Words"/></Any>',
    says: 'minMatches is 2, but there are only 1 elements inside',
  },
  {
    why: 'an Any that asks for more than it allows',
    from: '<Match idRef="Words"/>',
    to: '<Any minMatches="1" maxMatches="0"><Match idRef="Words"/></Any>',
    says: 'minMatches is larger than maxMatches',
  },
  {
    why: 'an Entity without Pattern',
    from: '<IdMatch idRef="Berth"/>\n        <Match idRef="Words"/>\n      </Pattern>',
    to: '</Pattern>',
    says: 'a Pattern has no IdMatch',
    at: '<Pattern',
  },
  {
    why: 'a strange element in an Entity',
    from: '<Pattern confidenceLevel="75">',
    to: '<Rule/><Pattern confidenceLevel="75">',
    says: 'Rule is not known inside Entity',
  },
  {
    why: 'an unknown Filters block',
    from: 'recommendedConfidence="75"',
    to: 'recommendedConfidence="75" filters="none"',
    says: 'there is no Filters "none"',
  },
  {
    why: 'an unknown Filter',
    from: '<Regex id="Berth">',
    to: '<Filters id="f"><Filter type="Magic"/></Filters><Regex id="Berth">',
    says: 'a Filter of type "Magic" is not known',
  },
  {
    why: 'a Filter in no direction',
    from: '<Regex id="Berth">',
    to: '<Filters id="f"><Filter type="TextMatchFilter" direction="Up" logic="Exclude" textProcessorId="Berth"/></Filters><Regex id="Berth">',
    says: 'the direction "Up" is not known',
  },
  {
    why: 'a Filter without logic',
    from: '<Regex id="Berth">',
    to: '<Filters id="f"><Filter type="TextMatchFilter" direction="Full" textProcessorId="Berth"/></Filters><Regex id="Berth">',
    says: 'the logic "" is not known',
  },
  {
    why: 'a validator to nothing',
    from: '<Regex id="Berth">',
    to: '<Regex id="Berth" validators="sum">',
    says: 'Regex "Berth" names a validator "sum" that is not in the file',
  },
  {
    why: 'an unknown Validator',
    from: '<Regex id="Berth">',
    to: '<Validators id="v"><Validator type="Magic"/></Validators><Regex id="Berth">',
    says: 'a Validator of type "Magic" is not known',
  },
  {
    why: 'a Checksum without weights',
    from: '<Regex id="Berth">',
    to: '<Validators id="v"><Validator type="Checksum"><Param name="Mod">9</Param></Validator></Validators><Regex id="Berth">',
    says: 'a Checksum needs Weights',
  },
  {
    why: 'a DateSimple without a pattern',
    from: '<Regex id="Berth">',
    to: '<Validators id="v"><Validator type="DateSimple"/></Validators><Regex id="Berth">',
    says: 'a DateSimple needs a Pattern',
  },
  {
    why: 'an id twice among kinds',
    from: '<Keyword id="Words">',
    to: '<Keyword id="Berth">',
    says: 'the id "Berth" is there twice',
  },
  { why: 'a processor without id', from: '<Keyword id="Words">', to: '<Keyword>', says: 'Keyword has no id' },
  {
    why: 'a term beyond 50 characters',
    from: '>berth<',
    to: `>${'x'.repeat(51)}<`,
    says: 'a Term of "Words" has 51 characters, expected 1 to 50',
  },
  { why: 'an empty term', from: '>berth<', to: '> <', says: 'a Term of "Words" has 0 characters' },
  {
    why: 'a list without terms',
    from: '<Term>berth</Term>',
    to: '',
    says: 'Keyword "Words" has no Term',
    at: '<Keyword',
  },
  {
    why: 'too many terms',
    from: '<Term>berth</Term>',
    to: '<Term>berth</Term>'.repeat(2049),
    says: 'Keyword "Words" has more than 2048 terms',
  },
  {
    why: 'an unknown match style',
    from: 'matchStyle="word"',
    to: 'matchStyle="fuzzy"',
    says: 'matchStyle "fuzzy" is not known',
  },
  {
    why: 'an empty regex',
    from: String.raw`\bB-[0-9]{6}\b`,
    to: '',
    says: 'Regex "Berth": it is empty',
    at: '<Regex',
  },
  {
    why: 'a regex beyond 1024 characters',
    from: String.raw`\bB-[0-9]{6}\b`,
    to: 'x'.repeat(1025),
    says: 'Regex "Berth": it is longer than 1024 characters',
  },
  {
    why: 'a regex that the upload refuses',
    from: String.raw`\bB-[0-9]{6}\b`,
    to: 'B-(xx)*9',
    says: 'Regex "Berth": a group repeats without an upper bound',
  },
  {
    why: 'a regex that no linear engine can run',
    from: String.raw`\bB-[0-9]{6}\b`,
    to: 'B(?>1)',
    says: 'Regex "Berth": cannot be used: an atomic group',
  },
  {
    why: 'a regex that is broken',
    from: String.raw`\bB-[0-9]{6}\b`,
    to: 'B-[0-9',
    says: 'Regex "Berth": cannot be used: a set "[" that does not end',
  },
  {
    why: 'a regex that matches the empty text',
    from: String.raw`\bB-[0-9]{6}\b`,
    to: 'x?',
    says: 'Regex "Berth": cannot be used: it matches the empty text',
  },
  {
    why: 'an Entity without a name',
    from: 'Resource idRef="0a1b2c3d-0000-4000-8000-0000000000a3"',
    to: 'Resource idRef="0a1b2c3d-0000-4000-8000-0000000000a4"',
    says: 'has no Resource',
    at: '<Entity',
  },
  {
    why: 'a name twice',
    from: '</LocalizedStrings>',
    to: '<Resource idRef="0a1b2c3d-0000-4000-8000-0000000000a3"><Name langcode="en-us">x</Name></Resource></LocalizedStrings>',
    says: 'Resource 0a1b2c3d-0000-4000-8000-0000000000a3 is there twice',
  },
  {
    why: 'a Resource without a name',
    from: '<Name default="true" langcode="en-us">Berth number</Name>',
    to: '',
    says: 'a Resource has no Name',
    at: '<Resource',
  },
  {
    why: 'a name of one language twice',
    from: '</Resource>',
    to: '<Name langcode="EN-US">x</Name></Resource>',
    says: 'a Name for "en-us" is there twice',
  },
];

describe('a rule package is refused at the line, with what to do, for', () => {
  it.each(refusals)('$why', ({ from, to, says, at }) => {
    const text = changed(from, to);
    const result = importText(text);
    const lines = result.ok ? [] : result.problem.map((problem) => problemLine('f.xml', problem));
    const line = lines.find((candidate) => candidate.includes(says));
    expect(lines.join('\n')).toContain(says);
    const place = text.slice(0, text.indexOf(at ?? to)).split('\n').length;
    expect(line).toMatch(new RegExp(`^f\\.xml:${place}: .+; .+$`));
  });

  it('a size beyond the limit', () => {
    const bytes = new Uint8Array(MAX_PACKAGE_BYTES + 1);
    expect(importRulePackage(bytes, { builtIn })).toMatchObject({
      ok: false,
      problem: [{ line: 1, what: expect.stringContaining(`expected at most ${MAX_PACKAGE_BYTES}`) }],
    });
  });

  it('a nesting deeper than any package has', () => {
    const deep = changed('<Match idRef="Words"/>', '<Any>'.repeat(40) + '</Any>'.repeat(40));
    expect(importText(deep)).toMatchObject({
      ok: false,
      problem: [{ what: expect.stringContaining('nested more than 32 deep') }],
    });
  });

  it('more elements than any package has', () => {
    const many = changed('<Term>berth</Term>', '<T/>'.repeat(100_001));
    expect(importText(many)).toMatchObject({
      ok: false,
      problem: [{ what: expect.stringContaining('more than 100000 elements') }],
    });
  });

  it('several reasons, all told at once in the order of lines', () => {
    const text = changed('patternsProximity="300"', 'patternsProximity="0"').replace(
      'idRef="Words"',
      'idRef="Word"',
    );
    const result = importText(text);
    expect(result.ok ? [] : result.problem.map(({ line }) => line)).toEqual([14, 17]);
  });
});
