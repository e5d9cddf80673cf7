import type { Question } from '../../src/shared/coaching.ts';
import { foundWords } from '../../src/shared/coaching-words.ts';

/** One row of the dialog: what it is about, and one line or more. `color` is the label's. */
export interface Fact {
  readonly name: string;
  readonly lines: readonly string[];
  readonly color?: string;
}

/** What the person should know, most useful first. Rows without content are left out. */
export function factsOf({ found, platform, label, policy }: Question): readonly Fact[] {
  return [
    ...(found.length > 0 ? [{ name: 'Found', lines: found.map(foundWords) }] : []),
    { name: 'Going to', lines: [platform] },
    ...(label === null ? [] : [{ name: 'Label', lines: [label.name], color: label.color }]),
    ...(policy === null ? [] : [{ name: 'Policy', lines: [policy] }]),
  ];
}

/** The row as elements. Everything goes in as text, never as HTML. */
export function rowOf({ name, lines, color }: Fact): HTMLElement {
  const row = document.createElement('div');
  const term = document.createElement('dt');
  term.textContent = name;
  row.append(term);
  for (const line of lines) {
    const value = document.createElement('dd');
    if (color !== undefined) value.append(chipOf(color));
    value.append(line);
    row.append(value);
  }
  return row;
}

/** Set through the object model, which a strict content security policy allows, unlike a style attribute. */
function chipOf(color: string): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'chip';
  chip.style.backgroundColor = color;
  return chip;
}
