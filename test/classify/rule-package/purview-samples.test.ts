import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBuiltIns } from '../../../src/classify/custom/built-ins.ts';
import { createCustomDetector } from '../../../src/classify/custom/evaluate.ts';
import { importRulePackage } from '../../../src/classify/rule-package/import.ts';
import { problemLine } from '../../../src/classify/rule-package/problem.ts';
import { netherlands } from '../../../src/classify/types/netherlands.ts';

/** Published packages and their faults, next to the repository: see the README there for where they come from. */
const folder = resolve(import.meta.dirname, '../../../../shared/sit/rule-packages');
const builtIn = createBuiltIns(netherlands);
const dictionaries = new Map([
  ['5b2f0c1e-0000-4000-8000-0000000000dd', ['helpdesk']],
  ['490f642f-d3a6-4510-940f-7bfdb343d4ad', ['Utrecht']],
  ['3a2b0400-36e2-42c0-beb0-ad3ad999ff28', ['hartfalen']],
]);
const importFile = (name: string, options: Partial<Parameters<typeof importRulePackage>[1]> = {}) =>
  importRulePackage(readFileSync(join(folder, name)), { builtIn, ...options });
const found = (name: string, text: string): string[] => {
  const imported = importFile(name, { dictionaries });
  if (!imported.ok) throw new Error(imported.problem.map((problem) => problemLine(name, problem)).join('\n'));
  const detector = createCustomDetector(imported.value.types, { builtIn });
  expect(detector.problems).toEqual([]);
  return detector
    .find(text)
    .hits.map(
      ({ type, confidence, start, end }) => `${type.slice(7)} ${confidence} ${text.slice(start, end)}`,
    );
};

describe.skipIf(!existsSync(folder))('published rule packages', () => {
  it.each([
    { name: '01-docs-employee-id.xml', types: 1, off: 0 },
    { name: '02-workshop-project-keywords.xml', types: 2, off: 0 },
    { name: '03-workshop-project-keywords-older.xml', types: 2, off: 0 },
    { name: '04-healthcare-nl-2026.xml', types: 13, off: 2 },
    { name: '05-healthcare-nl-2020.xml', types: 13, off: 2 },
    { name: '07-constructed-all-features.xml', types: 6, off: 1 },
  ])('$name gives $types types, $off of them off for want of a dictionary', ({ name, types, off }) => {
    const imported = importFile(name);
    if (!imported.ok)
      throw new Error(imported.problem.map((problem) => problemLine(name, problem)).join('\n'));
    const detector = createCustomDetector(imported.value.types, { builtIn });
    expect(detector.problems).toEqual([]);
    expect([imported.value.types.length, detector.disabled.length]).toEqual([types, off]);
    expect(imported.value.notes.filter(({ kind }) => kind === 'disabled')).toHaveLength(off);
  });

  const staff = '01-docs-employee-id.xml';
  const projects = '02-workshop-project-keywords.xml';
  const care = '04-healthcare-nl-2026.xml';
  const features = '07-constructed-all-features.xml';
  it.each([
    { name: staff, text: 'nr 123456789 here', finds: ['EMPLOYEE_ID low 123456789'] },
    { name: staff, text: 'nr 123456789 since Dec 2, 2016', finds: ['EMPLOYEE_ID medium 123456789'] },
    {
      name: staff,
      text: 'Contoso Employee 123456789 since 12/2/2016',
      finds: ['EMPLOYEE_ID high 123456789'],
    },
    { name: staff, text: 'badge card 123456789 since 12/2/2016', finds: ['EMPLOYEE_ID high 123456789'] },
    { name: staff, text: 'his card 123456789 since 12/2/2016', finds: ['EMPLOYEE_ID medium 123456789'] },
    {
      name: staff,
      text: 'badge credit card 123456789 since 12/2/2016',
      finds: ['EMPLOYEE_ID medium 123456789'],
    },
    { name: staff, text: 'nr 1234567890 here', finds: [] },
    { name: projects, text: 'about PROJECT obsidian.', finds: ['PROJECT_OBSIDIAN low PROJECT obsidian'] },
    { name: projects, text: 'Project\nOlivine', finds: ['PROJECT_OLIVINE low Project\nOlivine'] },
    { name: projects, text: 'Project Obsidianite', finds: [] },
    {
      name: care,
      text: 'burgerservicenummer 111222333',
      finds: ['NETHERLANDS_CITIZEN_S_SERVICE_BSN_NUMBER high 111222333'],
    },
    { name: care, text: 'burgerservicenummer 111222334', finds: [] },
    { name: care, text: 'paspoort NP1234567', finds: ['DUTCH_PASSPORT_NUMBER high NP1234567'] },
    { name: care, text: '3511 AB Utrecht', finds: ['NETHERLANDS_ZIP_CODE_CITY high 3511 AB'] },
    { name: care, text: '3511 SS Utrecht', finds: [] },
    { name: care, text: 'jan.jansen@voorbeeld.nl', finds: ['EMAIL_ADDRESSES low jan.jansen@voorbeeld.nl'] },
    {
      name: care,
      text: 'e-mailadres: jan.jansen@voorbeeld.nl',
      finds: ['EMAIL_ADDRESSES high jan.jansen@voorbeeld.nl'],
    },
    {
      name: care,
      text: 'achternaam, geslacht, geboortedatum 12-03-1980',
      finds: ['GENERAL_SENSITIVE_KEYWORDS medium 12-03-1980'],
    },
    { name: care, text: 'geslacht geslacht geboortedatum 12-03-1980', finds: [] },
    { name: care, text: 'hartfalen', finds: ['HEALTHCARE_CURE_SET_2 low hartfalen'] },
    {
      name: care,
      text: 'afspraak 3 mei 2020 hartfalen',
      finds: [
        'HEALTHCARE_CURE_SET_2 medium afspraak',
        'HEALTHCARE_CURE_SET_2 high 3 mei 2020',
        'HEALTHCARE_CURE_SET_2 low hartfalen',
      ],
    },
    { name: care, text: 'patiëntnummer 1234567', finds: ['HEALTHCARE_CURE_SET_1 high 1234567'] },
    { name: care, text: 'actueel plan 12-03-1980', finds: ['HEALTHCARE_CARE_SET_1_ZORGPLAN low 12-03-1980'] },
    {
      name: care,
      text: 'jouw profiel; met het ondertekenen van het plan 12-03-1980',
      finds: ['HEALTHCARE_CARE_SET_1_ZORGPLAN high 12-03-1980'],
    },
    {
      name: care,
      text: 'mantelzorger 12-03-1980 omvang',
      finds: ['HEALTHCARE_CARE_SET_2_DVO high 12-03-1980'],
    },
    {
      name: care,
      text: 'maatwerkvoorziening(en) 12-03-1980',
      finds: ['HEALTHCARE_CARE_SET_2_DVO low 12-03-1980'],
    },
    { name: care, text: 'machtiging 12-03-1980', finds: ['HEALTHCARE_CARE_SET_3_WMO low 12-03-1980'] },
    { name: care, text: 'PGB 12 mei 2020', finds: ['HEALTHCARE_CARE_SET_4_ZORG_ALGEMEEN low 12 mei 2020'] },
    {
      name: care,
      text: 'factuur 12 mei 2020',
      finds: ['HEALTHCARE_CARE_SET_5_ZORG_ADMINISTRATIE low 12 mei 2020'],
    },
    { name: care, text: 'intake 12 mei 2020', finds: ['HEALTHCARE_CARE_SET_6_ZORG_MEDISCH low 12 mei 2020'] },
    {
      name: care,
      text: 'intake 12 mei 2020 verslag',
      finds: ['HEALTHCARE_CARE_SET_6_ZORG_MEDISCH high 12 mei 2020'],
    },
    { name: features, text: 'TCK-123457', finds: ['TICKET_NUMBER low TCK-123457'] },
    { name: features, text: 'TCK-111111', finds: [] },
    { name: features, text: 'ticket TCK-123457', finds: ['TICKET_NUMBER medium TCK-123457'] },
    { name: features, text: 'example ticket TCK-123457', finds: ['TICKET_NUMBER low TCK-123457'] },
    {
      name: features,
      text: 'ticket, incident: TCK-123457 open on 12/13/2020',
      finds: ['TICKET_NUMBER high TCK-123457'],
    },
    {
      name: features,
      text: 'ticket, incident: TCK-123457 open at the helpdesk',
      finds: ['TICKET_NUMBER high TCK-123457'],
    },
    {
      name: features,
      text: 'ticket, incident: TCK-123457 open 12/13/2020 helpdesk',
      finds: ['TICKET_NUMBER medium TCK-123457'],
    },
    {
      name: features,
      text: 'ticket, incident: TCK-123457 shut on 12/13/2020',
      finds: ['TICKET_NUMBER medium TCK-123457'],
    },
    {
      name: features,
      text: 'ticket, incident: TCK-123456 open on 12/13/2020',
      finds: ['TICKET_NUMBER medium TCK-123456'],
    },
    {
      name: features,
      text: 'ticket, incident: TCK-000457 open on 12/13/2020',
      finds: ['TICKET_NUMBER medium TCK-000457'],
    },
    {
      name: features,
      text: 'ticket, incident: TCK-123999 open on 12/13/2020',
      finds: ['TICKET_NUMBER medium TCK-123999'],
    },
    {
      name: features,
      text: 'ticket, incident: sample TCK-123457 open on 12/13/2020',
      finds: ['TICKET_NUMBER medium TCK-123457'],
    },
    { name: features, text: 'licence 12345678', finds: ['LICENCE_NUMBER medium 12345678'] },
    { name: features, text: 'licence 12345674', finds: ['LICENCE_NUMBER high 12345674'] },
    { name: features, text: '免許ライセンス 12345674', finds: ['LICENCE_NUMBER high 12345674'] },
    {
      name: features,
      text: `carte bancaire ${'x '.repeat(2000)}4111_1111_1111_1111`,
      finds: ['CARD_WITH_SEPARATORS high 4111_1111_1111_1111'],
    },
    { name: features, text: 'carte bancaire 4111_1111_1111_1112', finds: [] },
    { name: features, text: 'hired 310199123', finds: ['HIRE_NUMBER medium 310199123'] },
    { name: features, text: 'hired 310299123', finds: [] },
    { name: features, text: 'Projet Mistral は社外秘です', finds: ['SECRET_PROJECT medium Projet Mistral'] },
    {
      name: features,
      text: 'L & P DE89 3704 0044 0532 0130 00',
      finds: ['IBAN_WITH_FRENCH_WORDS high DE89 3704 0044 0532 0130 00'],
    },
  ])('$name finds $finds', ({ name, text, finds }) => {
    expect(found(name, text)).toEqual(finds);
  });

  it.each([
    { name: '06-docs-edm-not-supported.xml', line: 2, says: 'an exact data match package' },
    { name: 'invalid/unresolved-idref.xml', line: 5, says: '"R" is neither in the file nor known' },
    { name: 'invalid/missing-resource.xml', line: 5, says: 'has no Resource' },
    { name: 'invalid/duplicate-processor-id.xml', line: 7, says: 'the id "R" is there twice' },
    {
      name: 'invalid/missing-recommended-confidence.xml',
      line: 5,
      says: 'Entity has no recommendedConfidence',
    },
    { name: 'invalid/two-idmatch.xml', line: 5, says: 'more than one IdMatch' },
    { name: 'invalid/regex-unbounded-group.xml', line: 6, says: 'Regex "R": it starts or ends with "|"' },
    { name: 'invalid/term-too-long.xml', line: 7, says: 'has 95 characters, expected 1 to 50' },
    { name: 'invalid/doctype.xml', line: 2, says: 'DOCTYPE' },
  ])('$name is refused at line $line', ({ name, line, says }) => {
    const imported = importFile(name);
    expect(imported.ok ? [] : imported.problem[0]).toMatchObject({
      line,
      what: expect.stringContaining(says),
    });
  });
});
