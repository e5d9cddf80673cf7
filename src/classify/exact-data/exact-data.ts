import type { ExactDataType } from '../../shared/exact-data.ts';
import { never, type Finder, type TypedMatch } from '../finder.ts';
import { hexOf } from '../keyed-hash.ts';
import { confirmedHits } from './confirm.ts';
import { createExactTable, findPrimaries, type ExactTable } from './look-up.ts';

/** More hits than this end the search. */
export const MAX_EXACT_HITS = 200_000;

/**
 * Looks for a company's own records. Time grows linearly with the text: one hash a word for each type, and the stretches
 * around hits are read once more to confirm them. Without types it does nothing.
 */
export function createExactData(types: readonly ExactDataType[]): Finder {
  const tables = types.filter(({ rows }) => rows !== '').map(createExactTable);
  return {
    find(text, deadline = never) {
      const hits: TypedMatch[] = [];
      let complete = true;
      for (const table of tables) {
        const found = findPrimaries(table, text, MAX_EXACT_HITS - hits.length, deadline);
        const confirmed = confirmedHits(table, text, found.hits);
        for (const [index, hit] of found.hits.entries()) {
          hits.push(matchOf(table, hit, confirmed[index] === 1));
        }
        if (!found.complete) {
          complete = false;
          break;
        }
      }
      return { hits, complete };
    },
  };
}

function matchOf(
  { data, rows, width }: ExactTable,
  { start, end, row }: { readonly start: number; readonly end: number; readonly row: number },
  confirmed: boolean,
): TypedMatch {
  return {
    type: data.type,
    start,
    end,
    confidence: confirmed ? 'high' : data.alone,
    evidence: confirmed ? ['pattern', 'keyword'] : ['pattern'],
    value: hexOf(rows[row * width + 1] ?? 0, rows[row * width] ?? 0),
  };
}
