import type { Match, Span, View, WordDetector } from '../detector.ts';

/** Units between the word and the plate: "Kennzeichen des Fahrzeugs: ". */
const REACH = 40;
/** District (one to three letters), one or two letters, up to four digits without a zero in front, E electric or H historic (FZV, annex 4). */
const PLATE = /(?<![\p{L}\d-])[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2} ?[1-9]\d{0,3}[EH]?(?![\p{L}\d])/u;

/** German plates begin with letters alone, so they are looked for behind the words that name them. */
const germanPlate: WordDetector = {
  type: 'VEHICLE:DE',
  name: 'Registration plate, Germany',
  anchor: {
    kind: 'word',
    words: ['kennzeichen', 'kfzkennzeichen', 'nummernschild', 'autokennzeichen', 'plate', 'registration'],
  },
  match: matchPlate,
  keywords: [],
  examples: {
    match: [
      { text: 'Kennzeichen: HH-KT 418', value: 'HH-KT 418', confidence: 'high' },
      { text: 'amtliches Kennzeichen M-AX 2204', value: 'M-AX 2204', confidence: 'high' },
      { text: 'Kfz-Kennzeichen KÖ RT 77', value: 'KÖ RT 77', confidence: 'high' },
      { text: 'Nummernschild: LÖ-WE 190H', value: 'LÖ-WE 190H', confidence: 'high' },
      { text: 'registration: B-QN 5E', value: 'B-QN 5E', confidence: 'medium' },
    ],
    noMatch: [
      'HH-KT 418',
      'Kennzeichen: HHHH-KT 418',
      'Kennzeichen: M-AXY 2204',
      'besonderes Kennzeichen: keine',
      'Kennzeichen: M-AX 22041',
      'Kennzeichen: m-ax 2204',
    ],
  },
};

function matchPlate({ text }: View, at: Span): Match | undefined {
  const slice = text.slice(at.end, at.end + REACH + 12);
  const found = PLATE.exec(slice);
  if (found === null || found.index > REACH) return undefined;
  const start = at.end + found.index;
  const german = /k.{0,3}z|schild/i.test(text.slice(at.start, at.end));
  return {
    start,
    end: start + found[0].length,
    confidence: german ? 'high' : 'medium',
    evidence: ['pattern', 'keyword'],
    value: found[0].replaceAll(/[ -]/g, ''),
  };
}

export const vehicleDetectors: readonly WordDetector[] = [germanPlate];
