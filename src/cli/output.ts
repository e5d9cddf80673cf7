/** Writes to stdout and waits until it is taken, so that large output is whole even when a pipe reads slowly. */
export async function write(text: string): Promise<void> {
  if (process.stdout.write(printable(text))) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

export const writeLine = (text: string): Promise<void> => write(`${text}\n`);

/** The same value to whoever reads the JSON, and nothing that a terminal obeys. */
export const writeJson = (value: unknown): Promise<void> =>
  writeLine(
    JSON.stringify(value, null, 2).replaceAll(
      OBEYED,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/**
 * All but line breaks and tabs that a terminal obeys instead of showing it: control characters (ESC and CSI begin what moves the
 * cursor, clears the screen or sets its title) and those that turn the direction of writing round.
 */
const OBEYED = /(?!\r\n|[\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Text for a terminal. Names in bundles, override codes and files are others' words, and must not rewrite what stands above them. */
export const printable = (text: string): string => text.replaceAll(OBEYED, '?');
