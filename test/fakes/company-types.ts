import { createExactDataBuilder } from '../../src/classify/exact-data/build.ts';
import { fingerprintDocument } from '../../src/classify/fingerprint/build.ts';
import type { CompanyType } from '../../src/shared/company-types.ts';
import { companyTypesSchema } from '../../src/shared/company-types.ts';

/** A made-up document of enough words to be recognised, and no value in it. */
export const DOCUMENT = `The ferry company keeps nine berths along the northern quay. Each spring the harbour master walks
  them with two clerks, notes loose planks, and orders timber from the yard behind the chapel. Captains who come late wait
  outside the breakwater until a pilot rows out, which in strong westerly wind may take half a day. Nobody pays for waiting,
  but everybody grumbles about soup that has gone cold, and the cook answers that soup has no clock.`;

const KEY = '00112233445566778899aabbccddeeff';

export const berthType = {
  type: 'CUSTOM:BERTH',
  id: '0a1b2c3d-0000-4000-8000-0000000000b1',
  name: 'Berth number',
  regexes: { berth: String.raw`\bB-[0-9]{6}\b` },
  keywords: { harbour: ['harbour', 'quay'] },
  patterns: [
    { confidence: 'high', find: 'berth', needs: ['harbour'] },
    { confidence: 'medium', find: 'berth' },
  ],
};

export const codeNames = {
  kind: 'dictionary',
  type: 'CUSTOM:CODE_NAME',
  name: 'Code names of projects',
  terms: ['Grey Heron', 'Operation Kestrel'],
};

/** Types of the four kinds, as a bundle holds them: JSON. */
export function everyKind(): readonly Record<string, unknown>[] {
  const builder = createExactDataBuilder({
    type: 'CUSTOM:CUSTOMER',
    name: 'Customers',
    key: KEY,
    withColumns: 1,
    confirm: 1,
    proximity: 300,
    alone: 'medium',
  });
  builder.add({ primary: ['KD-77310-X'], with: ['Quillfeather'] });
  const document = fingerprintDocument(DOCUMENT, KEY, new Set());
  if (!document.ok) throw new Error(document.problem);
  const handbook = {
    kind: 'fingerprint',
    format: 1,
    type: 'CUSTOM:HANDBOOK',
    name: 'Harbour handbook',
    key: KEY,
    threshold: 30,
    documents: [document.value],
  };
  return [berthType, { ...builder.build().data }, handbook, codeNames];
}

export const parsedTypes = (types: readonly unknown[] = everyKind()): readonly CompanyType[] =>
  companyTypesSchema.parse(types);
