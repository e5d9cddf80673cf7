import { decodedIn, encodedAround, percentDecoded, type Decoded } from './encoded.ts';
import { kindOf, TOKEN } from './events.ts';

export const PERCENT_SIGN = '%';
const PERCENT = 37;
/** No token is anchored at a shorter run. */
export const SHORTEST_TOKEN = 16;
/** So many units of decoded text at most come out of one text. */
const MOST_DECODED = 1 << 20;

/** Collects what stands in the text in base64, hexadecimal digits or URL encoding; no stretch is tried twice. */
export function createDecoder(
  text: string,
  into: Decoded[],
): (event: number, start: number, end: number) => void {
  let triedTo = 0;
  let total = 0;
  return (event, start, end) => {
    if (start < triedTo || total > MOST_DECODED) return;
    let found: Decoded | undefined;
    if (kindOf(event) === TOKEN) {
      const stretch = encodedAround(text, { start, end }, triedTo);
      triedTo = stretch.end;
      found = decodedIn(text, stretch);
    } else if (text.charCodeAt(start) === PERCENT) {
      found = percentDecoded(text, start, triedTo);
      triedTo = found?.encoded.end ?? end;
    }
    if (found === undefined) return;
    total += found.text.length;
    into.push(found);
  };
}
