import type { FindingType } from '../shared/finding.ts';

/**
 * Does a finding of this type say something of the text around it, rather than being a value that can be taken out of it?
 * Source code, a marking such as "strictly confidential", instructions to an AI, a passage of a known document: those are the
 * company's `documentTypes`.
 */
export function createTextTypes(documentTypes: readonly FindingType[]): (type: FindingType) => boolean {
  const documents = new Set(documentTypes);
  return (type) => documents.has(type) || TEXT_FAMILIES.has(type.split(':')[0] ?? '');
}

const TEXT_FAMILIES: ReadonlySet<string> = new Set(['SOURCE_CODE', 'DOCUMENT_MARKING', 'PROMPT_INJECTION']);
