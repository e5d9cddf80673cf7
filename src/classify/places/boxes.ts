import { isCapital } from '../people/name-reader.ts';
import type { Match, Span, View, WordDetector } from '../detector.ts';
import { readTail } from './address-tail.ts';

/** `P.O. Box 123`, `Postfach 12 34 56`, `BP 40`, `Apartado 77`: what stands before the number, ending at the anchor word. */
const BOX_START = /(?:P\.? ?O\.? ?|Post(?:al)? Office |Private |Locked |GPO )$/i;
const BOX_NUMBER =
  /^(?: (?:de correos|postal|pocztowa))?(?: (?:n\.?[º°o]?|nr\.?|no\.?))? ?\d{1,6}(?: \d{2,3}){0,2}(?!\d)/i;

/** Boxes at a post office: PO Box, Postfach, boîte postale, apartado, casella postale, postbus, skrytka. */
const byBox: WordDetector = {
  type: 'ADDRESS',
  name: 'Post office box',
  purview: { name: 'All Physical Addresses', id: '8548332d-6d71-41f8-97db-cc3b5fa544e6' },
  anchor: {
    kind: 'word',
    words: ['box', 'postfach', 'postbus', 'apartado', 'casella', 'skrytka', 'postboks', 'postbox'],
  },
  match: matchBox,
  keywords: [],
  examples: {
    match: [
      {
        text: 'write to P.O. Box 4471, Reno, NV 89502',
        value: 'P.O. Box 4471, Reno, NV 89502',
        confidence: 'high',
      },
      { text: 'Postfach 12 34, 53113 Bonn', value: 'Postfach 12 34, 53113 Bonn', confidence: 'high' },
      {
        text: 'Postbus 20011, 2500 EA Den Haag',
        value: 'Postbus 20011, 2500 EA Den Haag',
        confidence: 'high',
      },
      {
        text: 'Apartado de correos 77, 28080 Madrid',
        value: 'Apartado de correos 77, 28080 Madrid',
        confidence: 'high',
      },
      { text: 'send it to PO Box 77', value: 'PO Box 77', confidence: 'medium' },
    ],
    noMatch: ['Box 12', 'the inbox 5', 'box 3 of 4', 'Apartado 4.2', 'Postfach voll', 'casella 7'],
  },
};

function matchBox({ text }: View, at: Span): Match | undefined {
  const isPlainBox = at.end - at.start === 3;
  const before = isPlainBox ? BOX_START.exec(text.slice(Math.max(0, at.start - 13), at.start)) : undefined;
  if (before === null) return undefined;
  if (!isCapital(text.charCodeAt(at.start)) && !isPlainBox) return undefined;
  const number = BOX_NUMBER.exec(text.slice(at.end, at.end + 32));
  if (number === null) return undefined;
  const start = at.start - (before?.[0].length ?? 0);
  const tail = readTail(text, at.end + number[0].length, undefined);
  if (!isPlainBox && !tail.postcode && !number[0].includes('correos')) return undefined;
  const confidence = tail.postcode && tail.town ? 'high' : 'medium';
  return {
    start,
    end: tail.end,
    confidence,
    evidence: ['pattern'],
    value: text.slice(start, tail.end).toLowerCase(),
  };
}

/** The line before APO, FPO or DPO: a unit and a box, or a ship (US Postal Service, Publication 28, section 225). */
const MILITARY_LINE =
  /(?:(?:PSC|CMR|Unit|UNIT|unit|psc|cmr) \d{1,5},? Box \d{1,5}|US[A-Z]{1,2} \p{Lu}\p{L}{1,20})[,\s]{1,3}$/iu;
const MILITARY_END = /^ A[AEP] \d{5}(?:-\d{4})?(?!\d)/i;

/** United States military and diplomatic post: PSC 1234, Box 5678, APO AE 09123. */
const byMilitaryPost: WordDetector = {
  type: 'ADDRESS',
  name: 'US military or diplomatic address',
  purview: { name: 'U.S. Physical Addresses', id: '44aa44f2-63d1-41df-af0d-970283ac41e2' },
  anchor: { kind: 'word', words: ['apo', 'fpo', 'dpo'] },
  match: matchMilitary,
  keywords: [],
  examples: {
    match: [
      {
        text: 'PSC 4471, Box 220\nAPO AE 09734',
        value: 'PSC 4471, Box 220\nAPO AE 09734',
        confidence: 'high',
      },
      { text: 'Unit 3310 Box 17\nDPO AP 96250', value: 'Unit 3310 Box 17\nDPO AP 96250', confidence: 'high' },
      { text: 'USS Halloran\nFPO AP 96660', value: 'USS Halloran\nFPO AP 96660', confidence: 'high' },
      { text: 'to CMR 410 Box 33, APO AE 09096.', value: 'CMR 410 Box 33, APO AE 09096', confidence: 'high' },
      { text: 'mail to APO AE 09096', value: 'APO AE 09096', confidence: 'medium' },
    ],
    noMatch: ['APO AE', 'the FPO closed', 'apo 09096', 'DPO contact 12345', 'APO XX 09096'],
  },
};

function matchMilitary({ text }: View, at: Span): Match | undefined {
  const code = MILITARY_END.exec(text.slice(at.end, at.end + 15));
  if (code === null) return undefined;
  const line = MILITARY_LINE.exec(text.slice(Math.max(0, at.start - 40), at.start));
  const start = at.start - (line?.[0].length ?? 0);
  const end = at.end + code[0].length;
  return {
    start,
    end,
    confidence: line === null ? 'medium' : 'high',
    evidence: ['pattern'],
    value: text.slice(start, end).toLowerCase(),
  };
}

export const boxDetectors: readonly WordDetector[] = [byBox, byMilitaryPost];
