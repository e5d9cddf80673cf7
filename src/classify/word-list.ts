/** A table of words as one piece of text: separated by commas, on as many lines as it takes. */
export const listOf = (text: string): readonly string[] =>
  text.split(',').map((entry) => entry.trim().replaceAll(/\s+/g, ' '));
