import { fixedLength, outlineOf, type Part } from './outline.ts';

/** A construct that Purview refuses when a package is uploaded: such a file never was in force there. */
export interface UploadRefusal {
  readonly what: string;
  readonly advice: string;
}

/**
 * What the upload refuses (https://learn.microsoft.com/purview/sit-create-a-custom-sensitive-information-type, "potential
 * validation issues"). The linear engine could run most of it; the file is refused so that both sides find the same.
 */
export function uploadRefusal(expression: string): UploadRefusal | undefined {
  const alternatives = outlineOf(expression);
  if (alternatives.length > 1 && (alternatives[0]?.length === 0 || alternatives.at(-1)?.length === 0))
    return {
      what: 'it starts or ends with "|", which matches the empty text',
      advice: 'remove that "|"',
    };
  for (const parts of alternatives.length === 1 ? alternatives : []) {
    if ([parts[0], parts.at(-1)].some((part) => part?.kind === 'any' && isLoose(part)))
      return {
        what: 'it starts or ends with a dot that repeats, such as .{0,50} or .*',
        advice: 'remove it, or write a single "."',
      };
  }
  return refusalInside(alternatives, false);
}

/** Repeats from nothing or from one up to more. */
const isLoose = ({ min, max }: Part): boolean => min <= 1 && max > 1;

function refusalInside(
  alternatives: readonly (readonly Part[])[],
  isInGroup: boolean,
): UploadRefusal | undefined {
  for (const part of alternatives.flat()) {
    const refusal =
      refusalOf(part, isInGroup) ?? refusalInside(part.alternatives, isInGroup || part.kind === 'group');
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refusalOf(part: Part, isInGroup: boolean): UploadRefusal | undefined {
  const place = `at character ${part.at + 1}`;
  if (part.kind === 'group' && part.max === Infinity)
    return {
      what: `a group repeats without an upper bound (${place})`,
      advice: 'write a bound, such as {1,8} instead of + or *',
    };
  if (part.kind === 'look-behind' && fixedLength(part.alternatives) === undefined)
    return {
      what: `a look-behind matches texts of different lengths (${place})`,
      advice: 'split it, such as (?:^|(?<=\\s|_)) instead of (?<=^|\\s|_)',
    };
  if (!isInGroup) return undefined;
  if (part.kind === 'any' && isLoose(part))
    return {
      what: `a dot repeats inside a group, such as .* or .{0,50} (${place})`,
      advice: 'write which characters may stand there, or move it out of the group',
    };
  const isCounted = part.max !== Infinity || part.min === 0;
  if (part.kind === 'character' && isLoose(part) && isCounted)
    return {
      what: `a single character repeats inside a group, such as x* or x{0,9} (${place})`,
      advice: 'move it out of the group, or write how often it repeats',
    };
  return undefined;
}
