/** Many short texts inside a long one. A million strings take ten times the memory, and seconds to make. */
export interface TextSpans {
  readonly within: string;
  /** Where each begins and, one further, where it ends: code units of `within`. */
  readonly bounds: Uint32Array;
}

/** Texts, each by itself or all in one. */
export type Texts = readonly string[] | TextSpans;

export const countOf = (texts: Texts): number => ('bounds' in texts ? texts.bounds.length / 2 : texts.length);

/** The text at this place; empty where there is none. */
export function textAt(texts: Texts, place: number): string {
  if (!('bounds' in texts)) return texts[place] ?? '';
  return texts.within.slice(texts.bounds[2 * place] ?? 0, texts.bounds[2 * place + 1] ?? 0);
}
