import { failed, ok, type Result } from '../shared/result.ts';

/** Longer than any secret; a file given by mistake is noticed. */
const MAX_SECRET_UNITS = 16_384;

/** What is needed of `process.stdin`. */
export interface SecretInput extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined;
  setRawMode?(raw: boolean): unknown;
}

/**
 * A secret from a pipe (all of it, without a last newline) or typed at a terminal, where it is not shown. Never from the
 * command line, which other people on the machine can see.
 */
export async function readSecret(input: SecretInput, ask: (text: string) => void): Promise<Result<string>> {
  const read = input.isTTY === true ? await typed(input, ask) : await piped(input);
  if (!read.ok) return read;
  if (read.value === '') return failed('the secret is empty; give it on stdin or type it');
  if (read.value.length > MAX_SECRET_UNITS) {
    return failed(`the secret is longer than ${MAX_SECRET_UNITS} characters; give only its value`);
  }
  return /[\r\n\0]/.test(read.value)
    ? failed('the secret has more than one line; give only its value')
    : read;
}

async function piped(input: SecretInput): Promise<Result<string>> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > MAX_SECRET_UNITS + 2) break;
  }
  return ok(`${text}${decoder.decode()}`.replace(/\r?\n$/, ''));
}

async function typed(input: SecretInput, ask: (text: string) => void): Promise<Result<string>> {
  ask('Secret (not shown): ');
  input.setRawMode?.(true);
  try {
    return await keys(input);
  } finally {
    input.setRawMode?.(false);
    ask('\n');
  }
}

/** Keys as a terminal in raw mode sends them: Enter ends, Backspace takes back, Ctrl-C and Ctrl-D give up. */
async function keys(input: SecretInput): Promise<Result<string>> {
  const decoder = new TextDecoder();
  const pressed: string[] = [];
  for await (const chunk of input) {
    for (const key of typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })) {
      if (key === '\r' || key === '\n') return ok(pressed.join(''));
      if (key === '\u0003' || key === '\u0004') return failed('given up; nothing was changed');
      if (key === '\u007f' || key === '\b') pressed.pop();
      else pressed.push(key);
    }
  }
  return failed('the terminal was closed; nothing was changed');
}
