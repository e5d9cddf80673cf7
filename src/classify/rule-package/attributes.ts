import type { Note, Problem } from './problem.ts';
import type { XmlElement } from './xml.ts';

/** Gathers what is wrong and what is worth telling, so that one run tells all of it. */
export interface Findings {
  readonly problems: Problem[];
  readonly notes: Note[];
  refuse(element: XmlElement, what: string, advice: string): undefined;
  note(kind: Note['kind'], element: XmlElement, what: string, advice: string): void;
}

export function createFindings(): Findings {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  return {
    problems,
    notes,
    refuse({ line }, what, advice) {
      problems.push({ line, what, advice });
      return undefined;
    },
    note: (kind, { line }, what, advice) => void notes.push({ kind, line, what, advice }),
  };
}

/** Attributes are read with the spaces around them taken off. */
export const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.get(name)?.trim();

/** An attribute that must be there. */
export function required(element: XmlElement, name: string, findings: Findings): string | undefined {
  const value = attribute(element, name);
  if (value !== undefined && value !== '') return value;
  return findings.refuse(element, `${element.name} has no ${name}`, `add the attribute ${name}`);
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isGuid = (text: string): boolean => GUID.test(text);

export function guid(element: XmlElement, name: string, findings: Findings): string | undefined {
  const value = required(element, name, findings);
  if (value === undefined || isGuid(value)) return value;
  return findings.refuse(
    element,
    `${element.name}/@${name} is no GUID`,
    'write 8-4-4-4-12 digits, such as 00000000-0000-4000-8000-000000000001',
  );
}

/** A whole number within bounds; undefined when it is not there or wrong (which is told). */
export function integer(
  element: XmlElement,
  name: string,
  min: number,
  max: number,
  findings: Findings,
): number | undefined {
  const value = attribute(element, name);
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
  if (number >= min && number <= max) return number;
  return findings.refuse(
    element,
    `${element.name}/@${name} is no number from ${min} to ${max}`,
    'correct the number',
  );
}

export function flag(element: XmlElement, name: string, findings: Findings): boolean | undefined {
  const value = attribute(element, name)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  return findings.refuse(
    element,
    `${element.name}/@${name} is neither true nor false`,
    'write true or false',
  );
}

/** Text that may begin and end on lines of its own: then the spaces around it are layout, else they are part of it. */
export function innerText({ text }: XmlElement): string {
  const isLaidOut = /^\s{0,1000}[\r\n]|[\r\n]\s{0,1000}$/.test(text);
  return isLaidOut ? text.trim() : text;
}

export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);
