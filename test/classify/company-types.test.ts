import { describe, expect, it } from 'vitest';
import { createClassifier, createClassifierOf } from '../../src/classify/classifier.ts';
import { createFinders, disabledLine } from '../../src/classify/company-types.ts';
import { createTextTypes } from '../../src/classify/text-types.ts';
import { explainOwn } from '../../src/classify/explain-own.ts';
import { berthType, codeNames, DOCUMENT, everyKind, parsedTypes } from '../fakes/company-types.ts';

const ready = (types: readonly unknown[] = everyKind()) => {
  const made = createFinders(parsedTypes(types));
  if (!made.ok) throw new Error(made.problem.join('; '));
  return made.value;
};

describe('the types of a bundle', () => {
  it('cost no search when there are none', () => {
    expect(ready([])).toEqual({ types: [], finders: [], disabled: [] });
  });

  it.each([
    { kind: 'patterns', text: 'at berth B-204816 today', type: 'CUSTOM:BERTH', value: 'B-204816' },
    { kind: 'records', text: 'customer KD-77310-X wrote', type: 'CUSTOM:CUSTOMER', value: 'KD-77310-X' },
    { kind: 'words', text: 'about operation kestrel', type: 'CUSTOM:CODE_NAME', value: 'operation kestrel' },
  ])('find $kind in the classifier', ({ text, type, value }) => {
    const { findings, counts } = createClassifierOf([], [], ready()).classify(text);
    const [finding] = findings;
    expect([findings.length, finding?.type, text.slice(finding?.start, finding?.end)]).toEqual([
      1,
      type,
      value,
    ]);
    expect(counts).toMatchObject([{ type, count: 1, distinct: 1 }]);
  });

  it('find a passage of a document', () => {
    const { findings } = createClassifierOf([], [], ready()).classify(`See: ${DOCUMENT}`);
    expect(findings).toMatchObject([{ type: 'CUSTOM:HANDBOOK', confidence: 'high' }]);
  });

  it.each([
    ['base64', Buffer.from('we speak of operation kestrel at noon').toString('base64')],
    ['URL encoding', 'q=about%20operation%20kestrel%20now'],
    ['HTML', '<html><p>operation <b>kest</b>rel</p></html>'],
  ])('are found in %s too', (_, text) => {
    const { findings } = createClassifierOf([], [], ready()).classify(text);
    expect(findings).toMatchObject([{ type: 'CUSTOM:CODE_NAME' }]);
  });

  it('come beside the built-in ones', () => {
    const { counts } = createClassifier(ready()).classify('B-204816 of bob@example.com');
    expect(counts.map(({ type }) => type).toSorted()).toEqual(['CUSTOM:BERTH', 'EMAIL']);
  });

  it('that cannot be used are a problem with place, cause and remedy, all of them', () => {
    const bad = { ...berthType, regexes: { berth: '(?>a)b' } };
    const empty = { ...berthType, type: 'CUSTOM:EMPTY', id: undefined, regexes: { berth: 'x*' } };
    const made = createFinders(parsedTypes([codeNames, bad, empty]));
    expect(made).toEqual({
      ok: false,
      problem: [
        expect.stringMatching(
          /^types\[1\] CUSTOM:BERTH: regex "berth": an atomic group .+ at character 1; .+/,
        ),
        expect.stringMatching(/^types\[2\] CUSTOM:EMPTY: regex "berth": it matches the empty text.+; make/),
      ],
    });
  });

  it('that wait for a keyword dictionary are told, and the others still found', () => {
    const waiting = { ...berthType, keywords: {}, missing: ['harbour'] };
    const { finders, disabled } = ready([waiting, codeNames]);
    expect(disabled.map(disabledLine)).toEqual([
      'CUSTOM:BERTH is off: it needs harbour; add the terms to its "keywords" under that name',
    ]);
    const { counts } = createClassifierOf([], [], { finders }).classify('Grey Heron at B-204816');
    expect(counts.map(({ type }) => type)).toEqual(['CUSTOM:CODE_NAME']);
  });
});

describe('what speaks of the text around it', () => {
  const speaksOfText = createTextTypes(['CUSTOM:HANDBOOK']);
  it.each([
    ['SOURCE_CODE:JSON', true],
    ['DOCUMENT_MARKING', true],
    ['PROMPT_INJECTION', true],
    ['CUSTOM:HANDBOOK', true],
    ['CUSTOM:BERTH', false],
    ['CUSTOM:CUSTOMER', false],
    ['SECRET:JWT', false],
    ['EMAIL', false],
  ])('%s: %s', (type, speaks) => {
    expect(speaksOfText(type)).toBe(speaks);
  });
});

describe("an explanation of a company's own type", () => {
  const own = ready();
  const classifier = createClassifierOf([], [], own);
  it.each([
    {
      what: 'patterns',
      text: 'harbour: B-204816',
      rule: 'Berth number',
      because: ['a pattern of high confidence holds for its 8 characters', 'near it: "harbour"'],
      unless: ['what its pattern needs were not near it'],
    },
    {
      what: 'records',
      text: 'Quillfeather, KD-77310-X',
      rule: 'Customers',
      because: [
        'its 10 characters are a value of the table',
        '1 of 1 other columns of its row within 300 characters',
      ],
      unless: ['it were not in the table', 'without these it is medium'],
    },
    {
      what: 'records with nothing to confirm them',
      text: 'KD-77310-X',
      rule: 'Customers',
      because: ['its 10 characters are a value of the table'],
      unless: [
        'it were not in the table',
        'with 1 of 1 other columns of its row within 300 characters it is high',
      ],
    },
    {
      what: 'words',
      text: 'Grey Heron',
      rule: 'Code names of projects',
      because: ['its 10 characters are one of 2 terms'],
      unless: ['a letter or digit touched it', '1 different terms are medium, 3 are high'],
    },
  ])('speaks of $what', ({ text, rule, because, unless }) => {
    const [told] = explainOwn(classifier.explain(text), own.types);
    expect(told).toMatchObject({ rule, because, unless });
    expect(JSON.stringify(told)).not.toMatch(/204816|77310|Quillfeather|Heron/);
  });

  it('names documents by their number, and the GUID where there is one', () => {
    const [document] = explainOwn(classifier.explain(DOCUMENT), own.types);
    expect(document?.because[0]).toMatch(/^these \d+ characters are a passage of one of 1 known documents$/);
    const [berth] = explainOwn(classifier.explain('B-204816'), own.types);
    expect(berth?.purview).toEqual({ name: 'Berth number', id: berthType.id });
  });

  it('leaves those of other types as they are', () => {
    const others = createClassifier(own).explain('bob@example.com');
    expect(explainOwn(others, own.types)).toEqual(others);
  });
});
