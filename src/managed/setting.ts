import { z } from 'zod';

/** What kind of value a key takes. MDM templates are made from it, so a kind is something that each of them can offer. */
export type SettingType = 'boolean' | 'integer' | 'string' | 'choice' | 'list';

/** What every key says of itself. */
export interface About<Value, Default extends Value | null> {
  /** Used where nobody sets it; null: there is nothing to use. */
  readonly default: Default;
  /** The first version that knows it. */
  readonly since: string;
  readonly example: Value;
  /** What it does, in a sentence or two. */
  readonly description: string;
  /** What goes wrong where it is set carelessly. */
  readonly risk: string;
  /** `later`: read, checked and shown, but this version does not act on it. */
  readonly effect: 'now' | 'later';
}

/** One key of the managed settings. */
export interface Setting<Value, Default extends Value | null> extends About<Value, Default> {
  readonly type: SettingType;
  /** What a value must be once it has its type. Its messages begin with "expected". */
  readonly schema: z.ZodType<Value>;
  /** What it takes, for people: "15 to 1440". */
  readonly takes: string;
  /** Of a choice. */
  readonly choices?: readonly string[];
  /** Of an integer, both included. */
  readonly range?: { readonly from: number; readonly to: number };
  /** Of a list: does one text stand for a list of lines, or of words between commas? No: it is one item, taken as it is. */
  readonly splits?: boolean;
}

/** What a setting's value is: null only where there is no default. */
export type ValueOf<Of> =
  Of extends Setting<infer Value, infer Default> ? Value | (null extends Default ? null : never) : never;

export const boolean = <const Default extends boolean | null>(
  about: About<boolean, Default>,
): Setting<boolean, Default> => ({
  ...about,
  type: 'boolean',
  schema: z.boolean('expected true or false'),
  takes: 'true or false',
});

export const integer = <const Default extends number | null>(
  about: About<number, Default> & { readonly from: number; readonly to: number },
): Setting<number, Default> => {
  const { from, to, ...rest } = about;
  const expected = `expected a whole number from ${from} to ${to}`;
  return {
    ...rest,
    type: 'integer',
    schema: z.int(expected).min(from, expected).max(to, expected),
    takes: `${from} to ${to}`,
    range: { from, to },
  };
};

export const choice = <const Choice extends string, const Default extends NoInfer<Choice> | null>(
  about: Omit<About<Choice, Default>, 'default' | 'example'> & {
    readonly of: readonly Choice[];
    readonly default: Default;
    readonly example: NoInfer<Choice>;
  },
): Setting<Choice, Default> => {
  const { of: choices, ...rest } = about;
  const takes = choices.join(', ');
  return {
    ...rest,
    type: 'choice',
    schema: z.enum(choices, `expected one of ${takes}`),
    takes: `one of ${takes}`,
    choices,
  };
};

/** `takes` ends the sentence "expected …". */
export const text = <const Default extends string | null>(
  about: About<string, Default> & { readonly takes: string; readonly fits: z.ZodType<string> },
): Setting<string, Default> => {
  const { fits, ...rest } = about;
  return { ...rest, type: 'string', schema: fits };
};

/** Several texts; nobody's list is an empty one. */
export const list = (
  about: Omit<About<readonly string[], readonly string[]>, 'default'> & {
    readonly takes: string;
    readonly item: z.ZodType<string>;
    readonly most: number;
    readonly splits?: false;
  },
): Setting<readonly string[], readonly string[]> => {
  const { item, most, splits = true, ...rest } = about;
  return {
    ...rest,
    default: [],
    type: 'list',
    schema: z.array(item).max(most, `expected at most ${most} items`),
    splits,
  };
};
