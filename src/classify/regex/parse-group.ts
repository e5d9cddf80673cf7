/** What the start of a group says. `end` is where its inside begins, or where the source goes on after flags alone. */
export type GroupHead =
  | { readonly kind: 'plain'; readonly end: number }
  | { readonly kind: 'capture'; readonly name: string | undefined; readonly end: number }
  | { readonly kind: 'look'; readonly ahead: boolean; readonly negative: boolean; readonly end: number }
  /** `(?i:` or, `alone`, `(?i)`. */
  | { readonly kind: 'flags'; readonly flags: GroupFlags; readonly alone: boolean; readonly end: number }
  | { readonly kind: 'refused'; readonly reason: string };

export interface GroupFlags {
  readonly ignoreCase?: boolean;
  readonly multiline?: boolean;
  readonly dotAll?: boolean;
}

const looks: Readonly<Record<string, { readonly ahead: boolean; readonly negative: boolean }>> = {
  '?=': { ahead: true, negative: false },
  '?!': { ahead: true, negative: true },
  '?<=': { ahead: false, negative: false },
  '?<!': { ahead: false, negative: true },
};

const refusals: readonly (readonly [RegExp, string])[] = [
  [/^\?>/, 'atomic groups are not supported; write (?:…), matching is linear without them'],
  [/^\?\(/, 'conditional groups are not supported; write the alternatives with |'],
  [/^\?(?:R|&|P>|[+-]?\d)/, 'recursion is not supported; write out the depth that is needed'],
  [/^\?#/, 'comments are not supported; leave it out'],
  [/^\?\|/, 'branch resets are not supported; write (?:…)'],
  [/^\?'/, 'names in quotes are not supported; write (?<name>…)'],
  [/^\?P?</, 'expected a name of letters and digits, as in (?<name>…)'],
  [/^\*/, 'verbs such as (*SKIP) are not supported; leave it out, or write \\* for an asterisk itself'],
];

/** Reads the start of the group at `at`, where `(` should stand. */
export function readGroupHead(source: string, at: number): GroupHead {
  const inside = at + 1;
  if (source[at] !== '(') return { kind: 'refused', reason: 'expected a group' };
  if (source[inside] !== '?' && source[inside] !== '*')
    return { kind: 'capture', name: undefined, end: inside };
  const ahead = source.slice(inside, inside + 90);
  if (ahead.startsWith('?:')) return { kind: 'plain', end: inside + 2 };
  for (const [sign, look] of Object.entries(looks)) {
    if (ahead.startsWith(sign)) return { kind: 'look', ...look, end: inside + sign.length };
  }
  const name = /^\?P?<([A-Za-z_$][\w$]{0,79})>/.exec(ahead);
  if (name !== null) return { kind: 'capture', name: name[1], end: inside + name[0].length };
  const flags = /^\?([a-zA-Z]{0,8})(?:(-)([a-zA-Z]{1,8}))?([:)])/.exec(ahead);
  if (flags !== null && !ahead.startsWith('?R)')) {
    return flagsHead(flags[1] ?? '', flags[3] ?? '', flags[4] === ')', inside + flags[0].length);
  }
  const refusal = refusals.find(([form]) => form.test(ahead));
  return { kind: 'refused', reason: refusal?.[1] ?? 'this kind of group is not known; write (?:…)' };
}

function flagsHead(on: string, off: string, alone: boolean, end: number): GroupHead {
  const unknown = /[^ims]/.exec(on + off);
  if (unknown !== null) {
    return { kind: 'refused', reason: `the flag ${unknown[0]} is not supported; i, m and s are` };
  }
  const flag = (letter: string): boolean | undefined =>
    off.includes(letter) ? false : on.includes(letter) ? true : undefined;
  const ignoreCase = flag('i');
  const multiline = flag('m');
  const dotAll = flag('s');
  const flags: GroupFlags = {
    ...(ignoreCase === undefined ? {} : { ignoreCase }),
    ...(multiline === undefined ? {} : { multiline }),
    ...(dotAll === undefined ? {} : { dotAll }),
  };
  return { kind: 'flags', flags, alone, end };
}
