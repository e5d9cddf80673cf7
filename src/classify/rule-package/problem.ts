/** Something about one place of a file, for the person who wrote it. */
export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
  /** What to do about it. */
  readonly advice: string;
}

/** A problem that is told but does not stop the import. */
export interface Note extends Problem {
  readonly kind: 'disabled' | 'skipped' | 'approximated';
}

export const problemLine = (file: string, { line, what, advice }: Problem): string =>
  `${file}:${line}: ${what}; ${advice}`;

export const noteLine = (file: string, note: Note): string => `${problemLine(file, note)} [${note.kind}]`;
