import { failed, ok, type Result } from '../shared/result.ts';

export type Delimiter = ',' | ';' | '\t';

/** One row, and the line of the file on which it begins, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The rows of a CSV text as RFC 4180 describes them, with any of three delimiters. Rows end with CRLF, LF or CR; empty lines
 * are passed over. A problem ends it and names its line, never what stands there.
 */
export function* csvRows(text: string, delimiter: Delimiter): Generator<Result<CsvRow>> {
  let at = 0;
  let line = 1;
  let columns = -1;
  while (at < text.length) {
    const first = line;
    const fields: string[] = [];
    let more = true;
    while (more) {
      const field = readField(text, at, delimiter);
      if (!field.ok) return void (yield failed(`line ${first}: ${field.problem}`));
      fields.push(field.value.text);
      line += field.value.breaks;
      at = field.value.end;
      more = text[at] === delimiter;
      if (more) at++;
    }
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line++;
    }
    if (fields.length === 1 && fields[0] === '') continue;
    if (columns < 0) columns = fields.length;
    if (fields.length !== columns) {
      return void (yield failed(
        `line ${first}: expected ${columns} columns as in the header, there are ${fields.length}`,
      ));
    }
    yield ok({ line: first, fields });
  }
}

interface Field {
  readonly text: string;
  /** Behind its last unit: a delimiter, a line's end or the text's. */
  readonly end: number;
  /** Line breaks inside it. */
  readonly breaks: number;
}

function readField(text: string, start: number, delimiter: Delimiter): Result<Field> {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !endsField(text[end], delimiter)) end++;
    return ok({ text: text.slice(start, end), end, breaks: 0 });
  }
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return failed('expected a closing quote');
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const end = quote + 1;
    if (end < text.length && !endsField(text[end], delimiter)) {
      return failed('expected a delimiter or the end of the line after a closing quote');
    }
    const quoted = text.slice(start + 1, quote);
    return ok({ text: quoted.replaceAll('""', '"'), end, breaks: quoted.split(/\r\n|\r|\n/).length - 1 });
  }
}

const endsField = (unit: string | undefined, delimiter: Delimiter): boolean =>
  unit === delimiter || unit === '\n' || unit === '\r';

/** The delimiter that the first line has most of, outside quotes. */
export function delimiterOf(text: string): Delimiter {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const unit of text.slice(0, MAX_HEADER_UNITS)) {
    if (unit === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (unit === '\n' || unit === '\r') break;
    else if (unit === ',' || unit === ';' || unit === '\t') counts[unit]++;
  }
  if (counts['\t'] > Math.max(counts[','], counts[';'])) return '\t';
  return counts[';'] > counts[','] ? ';' : ',';
}

const MAX_HEADER_UNITS = 64 * 1024;
