import type { Span } from './detector.ts';

/** A spreadsheet copied as text: which column a place is in, and where that column's header stands. */
export interface Table {
  /** The header cell above a place; undefined in the header itself. Places asked for mostly rise. */
  headerOf(place: number): Span | undefined;
  /** Where the header line ends. */
  readonly headerEnd: number;
}

const DELIMITERS = ['\t', ';', ',', '|'] as const;
/** Longer first lines are no header. */
const LONGEST_HEADER = 4096;
/** Lines after the first that are looked at to tell a table from prose with commas. */
const SAMPLE_LINES = 3;
const MOST_COLUMNS = 256;

/**
 * Is the text a table (TSV, CSV with comma, semicolon or bar; RFC 4180 quoting)? Its first line has two or more cells that
 * hold letters, and so many cells has each of the next lines. Looks at a few lines; cheap on any text.
 */
export function tableOf(text: string): Table | undefined {
  const headerEnd = text.slice(0, LONGEST_HEADER).search(/[\r\n]/);
  if (headerEnd < 3) return undefined;
  const header = text.slice(0, headerEnd);
  for (const delimiter of DELIMITERS) {
    if (!header.includes(delimiter)) continue;
    const cells = cellsOf(header, delimiter);
    if (cells.length < 2 || !cells.every(({ start, end }) => isTitle(header.slice(start, end)))) continue;
    if (hasRows(text, headerEnd, delimiter, cells.length))
      return createTable(text, headerEnd, delimiter, cells);
  }
  return undefined;
}

const isTitle = (cell: string): boolean => /\p{L}/u.test(cell) && !cell.includes('@') && cell.length <= 60;

function hasRows(text: string, headerEnd: number, delimiter: string, columns: number): boolean {
  let at = headerEnd;
  for (let lines = 0; lines < SAMPLE_LINES; lines++) {
    while (text[at] === '\r' || text[at] === '\n') at++;
    const line = text.slice(at, at + LONGEST_HEADER);
    const end = line.search(/[\r\n]/);
    const row = end < 0 ? line : line.slice(0, end);
    if (row === '') return lines > 0;
    if (cellsOf(row, delimiter).length !== columns) {
      // The last line may have been cut off when it was copied.
      return lines >= 2 && at + row.length >= text.length;
    }
    at += row.length;
  }
  return true;
}

function cellsOf(line: string, delimiter: string): readonly Span[] {
  const cells: Span[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= line.length && cells.length < MOST_COLUMNS; at++) {
    if (line[at] === '"') quoted = !quoted;
    if (at < line.length && (quoted || line[at] !== delimiter)) continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  return cells;
}

function createTable(text: string, headerEnd: number, delimiter: string, cells: readonly Span[]): Table {
  const separator = delimiter.charCodeAt(0);
  let cursor = headerEnd;
  let column = 0;
  let quoted = false;
  const rewind = (place: number): void => {
    const line = Math.max(text.lastIndexOf('\n', place - 1), headerEnd);
    cursor = line;
    column = 0;
    quoted = false;
  };
  return {
    headerEnd,
    headerOf(place) {
      if (place < headerEnd) return undefined;
      if (place < cursor) rewind(place);
      for (; cursor < place; cursor++) {
        const code = text.charCodeAt(cursor);
        if (code === QUOTE) quoted = !quoted;
        else if (code === LINE_FEED || code === RETURN) {
          column = 0;
          quoted = false;
        } else if (code === separator && !quoted) column++;
      }
      return cells[column];
    },
  };
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
