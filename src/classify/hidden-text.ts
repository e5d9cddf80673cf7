import { decodedIn, encodedAround, percentDecoded, type Decoded } from './encoded.ts';
import { kindOf, TOKEN } from './events.ts';

export const PERCENT_SIGN = '%';
const PERCENT = 37;
/** No token is anchored at a shorter run. */
export const SHORTEST_TOKEN = 16;
/** So many units of decoded text at most come out of one text. */
export const MOST_DECODED = 1 << 20;

/** Collects what stands in a text in base64, hexadecimal digits or URL encoding; no stretch is tried twice. */
export interface Decoder {
  look(event: number, start: number, end: number): void;
  readonly decoded: readonly Decoded[];
  /** So much was decoded already that something was passed over. */
  readonly isCut: boolean;
}

export function createDecoder(text: string): Decoder {
  const decoded: Decoded[] = [];
  let triedTo = 0;
  let total = 0;
  let isCut = false;
  const found = (event: number, start: number, end: number): Decoded | undefined => {
    if (kindOf(event) === TOKEN) {
      const stretch = encodedAround(text, { start, end }, triedTo);
      triedTo = stretch.end;
      return decodedIn(text, stretch);
    }
    if (text.charCodeAt(start) !== PERCENT) return undefined;
    const escaped = percentDecoded(text, start, triedTo);
    triedTo = escaped?.encoded.end ?? end;
    return escaped;
  };
  return {
    decoded,
    get isCut() {
      return isCut;
    },
    look(event, start, end) {
      if (start < triedTo || isCut) return;
      const next = found(event, start, end);
      if (next === undefined) return;
      if (total > MOST_DECODED) {
        isCut = true;
        return;
      }
      total += next.text.length;
      decoded.push(next);
    },
  };
}
