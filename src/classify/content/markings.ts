import { listOf } from '../word-list.ts';
import { isWordUnit } from '../characters.ts';
import type { Match, Span, View, WordDetector } from '../detector.ts';
import { foldedSet, foldedSlice } from '../people/name-lists.ts';
import { fold, foldedTerm } from '../units.ts';

interface Marking {
  /** The rarest word, at which the reader stops. */
  readonly anchor: string;
  /** The phrase around it, lower case; a space stands for any short gap. */
  readonly phrase: string;
}

/** Phrases that mark a document; the anchor is the word between the stars. */
const PHRASES = [
  // English
  ...listOf(`
  strictly *confidential*, *confidential*, highly *confidential*, company *confidential*,
  privileged & *confidential*, privileged and *confidential*, attorney-client *privileged*,
  attorney-client *privilege*, attorney work *product*, internal use *only*, for internal *use*,
  internal *only*, do not *distribute*, not for *distribution*, do not *forward*, not for *publication*,
  *proprietary* and confidential, *proprietary* information, company *secret*, trade *secret*,
  top *secret*, *restricted* distribution, eyes *only*, under *embargo*, draft - not for *circulation*,
  *non-disclosure* agreement, subject to *nda*, covered by *nda*, under *nda*, commercial in *confidence*,
  official *sensitive*, controlled *unclassified* information
`),
  // French
  ...listOf(`
  strictement *confidentiel*, *confidentiel*, diffusion *restreinte*, usage *interne*,
  usage interne *uniquement*, ne pas *diffuser*, secret des *affaires*, secret *professionnel*,
  accord de *confidentialité*, très *secret*, confidentiel *défense*
`),
  // German
  ...listOf(`
  streng *vertraulich*, *vertraulich*, nur für den *dienstgebrauch*, nur für internen *gebrauch*,
  nur zum internen *gebrauch*, *betriebsgeheimnis*, *geschäftsgeheimnis*, *verschlusssache*,
  streng *geheim*, nicht *weitergeben*, nicht zur *weitergabe*, *vertraulichkeitsvereinbarung*,
  *geheimhaltungsvereinbarung*
`),
  // Spanish
  ...listOf(`
  estrictamente *confidencial*, *confidencial*, uso *interno*, uso interno *exclusivo*, no *distribuir*,
  difusión *limitada*, secreto *comercial*, secreto *empresarial*, acuerdo de *confidencialidad*,
  alto *secreto*
`),
  // Italian
  ...listOf(`
  strettamente *confidenziale*, *riservato*, *confidenziale*, strettamente *riservato*, uso *interno*,
  non *divulgare*, segreto *aziendale*, accordo di *riservatezza*, non *distribuire*,
  ad uso esclusivo *interno*
`),
  // Portuguese
  ...listOf(`
  estritamente *confidencial*, uso *interno*, não *distribuir*, segredo *comercial*,
  acordo de *confidencialidade*, *sigiloso*
`),
  // Dutch
  ...listOf(`
  strikt *vertrouwelijk*, *vertrouwelijk*, alleen voor intern *gebruik*, uitsluitend voor intern *gebruik*,
  niet *verspreiden*, *bedrijfsgeheim*, *geheimhoudingsovereenkomst*, *departementaal* vertrouwelijk
`),
  // Polish
  ...listOf(`
  ściśle *poufne*, *poufne*, do użytku *wewnętrznego*, tylko do użytku *wewnętrznego*,
  nie *rozpowszechniać*, tajemnica *przedsiębiorstwa*, umowa o *poufności*, ściśle *tajne*, *zastrzeżone*
`),
  // Swedish, Danish, Norwegian, Finnish
  ...listOf(`
  strängt *konfidentiellt*, *konfidentiellt*, endast för internt *bruk*, får ej *spridas*,
  *företagshemlighet*, *sekretessavtal*, strengt *fortroligt*, *fortroligt*, kun til internt *brug*,
  må ikke *videregives*, *forretningshemmelighed*, kun til intern *bruk*, strengt *fortrolig*, *fortrolig*,
  ehdottoman *luottamuksellinen*, *luottamuksellinen*, vain sisäiseen *käyttöön*, *liikesalaisuus*
`),
  // Czech, Slovak, Hungarian, Romanian, Turkish
  ...listOf(`
  přísně *důvěrné*, *důvěrné*, pouze pro vnitřní *potřebu*, obchodní *tajemství*, přísne *dôverné*,
  *dôverné*, szigorúan *bizalmas*, *bizalmas*, strict *confidențial*, *confidențial*, *gizlidir*,
  çok *gizli*, hizmete *özel*
`),
  // Japanese, Chinese, Korean
  ...listOf(`
  *社外秘*, *極秘*, *機密*, *取扱注意*, *部外秘*, *机密*, *绝密*, *内部资料*, *保密*, *仅供内部使用*, *대외비*, *기밀*
`),
];

/** Words of classes that are everyday words too: alone they count only as a mark of their own, never within a sentence. */
const ALONE = foldedSet(
  listOf(`
  confidential, confidentiel, vertraulich, confidencial, riservato, confidenziale, sigiloso, vertrouwelijk,
  poufne, zastrzeżone, konfidentiellt, fortroligt, fortrolig, luottamuksellinen, důvěrné, dôverné,
  bizalmas, confidențial, gizlidir, uso interno, usage interne, eyes only, internal only, 機密, 机密, 保密, 기밀
`),
);

const markings: readonly Marking[] = PHRASES.map((starred) => ({
  anchor: /\*([^*]+)\*/.exec(starred)?.[1]?.split(/[ -]/)[0] ?? '',
  phrase: starred.replaceAll('*', ''),
}));

/** A phrase as it is looked for: what stands before and behind its anchor, folded. */
interface Phrase {
  readonly phrase: string;
  readonly before: string;
  readonly after: string;
  readonly alone: boolean;
}

const byAnchor = new Map<string, Phrase[]>();
for (const { anchor, phrase } of markings) {
  const key = foldedTerm(anchor);
  const folded = foldedTerm(phrase);
  const offset = folded.indexOf(key);
  byAnchor.set(key, [
    ...(byAnchor.get(key) ?? []),
    {
      phrase,
      before: folded.slice(0, offset),
      after: folded.slice(offset + key.length),
      alone: ALONE.has(folded),
    },
  ]);
}
// The longest first: "strictly confidential" before "confidential".
for (const phrases of byAnchor.values())
  phrases.sort((left, right) => right.phrase.length - left.phrase.length);

const documentMarking: WordDetector = {
  type: 'DOCUMENT_MARKING',
  name: 'Marking of a confidential document',
  anchor: { kind: 'word', words: [...byAnchor.keys()] },
  match: matchMarking,
  keywords: [],
  examples: {
    match: [
      { text: 'STRICTLY CONFIDENTIAL\n\nBoard paper', value: 'STRICTLY CONFIDENTIAL', confidence: 'high' },
      { text: '[Internal use only] Plan', value: 'Internal use only', confidence: 'high' },
      { text: 'Plan 2030\nStreng vertraulich\n', value: 'Streng vertraulich', confidence: 'high' },
      {
        text: 'Ce document est strictement confidentiel et',
        value: 'strictement confidentiel',
        confidence: 'low',
      },
      { text: 'NE PAS DIFFUSER', value: 'NE PAS DIFFUSER', confidence: 'high' },
      { text: '社外秘\n計画', value: '社外秘', confidence: 'high' },
      { text: 'Classification: Confidential', value: 'Confidential', confidence: 'high' },
      { text: 'the plan is for internal use only, please', value: 'internal use only', confidence: 'low' },
    ],
    noMatch: [
      'a confidential talk',
      'confidentiality matters',
      'ein vertrauliches Gespräch',
      'the secret garden',
      'confidential computing on this machine',
      'il secreto de la casa',
      'you may distribute copies',
    ],
  },
};

const LONGEST_PHRASE = 40;

function matchMarking({ text }: View, at: Span): Match | undefined {
  for (const { phrase, before, after, alone } of byAnchor.get(foldedSlice(text, at.start, at.end)) ?? []) {
    const span = phraseAround(text, at, before, after);
    if (span === undefined) continue;
    const standing = isStanding(text, span);
    if (!standing && alone) return undefined;
    return { ...span, confidence: standing ? 'high' : 'low', evidence: ['pattern'], value: phrase };
  }
  return undefined;
}

/** Where the phrase stands whose anchor word was met at `at`. */
function phraseAround(text: string, at: Span, before: string, after: string): Span | undefined {
  const start = before === '' ? at.start : matchBack(text, at.start, before);
  if (start < 0) return undefined;
  const end = matchOn(text, at.end, after);
  if (end < 0 || isJoined(text, start, end)) return undefined;
  return { start, end };
}

const isUnspaced = (code: number): boolean => code >= 0x2e80;
const isJoined = (text: string, start: number, end: number): boolean =>
  !isUnspaced(text.charCodeAt(start)) &&
  (isWordUnit(text.charCodeAt(start - 1)) || isWordUnit(text.charCodeAt(end)));

const isGap = (code: number): boolean =>
  code === 32 || code === 0xa0 || code === 45 || code === 9 || code === 95 || code === 0x2013;

/** Reads `words` backwards from `end`; a gap in them is one to three spaces or dashes. -1: they do not stand there. */
function matchBack(text: string, end: number, words: string): number {
  let at = end;
  for (let index = words.length - 1; index >= 0; index--) {
    if (isGap(words.charCodeAt(index))) {
      const from = at;
      while (from - at < 3 && isGap(text.charCodeAt(at - 1))) at--;
      if (from === at) return -1;
    } else {
      if (fold(text.charCodeAt(at - 1)) !== words.charCodeAt(index)) return -1;
      at--;
    }
  }
  return at;
}

function matchOn(text: string, start: number, words: string): number {
  let at = start;
  for (let index = 0; index < words.length; index++) {
    if (isGap(words.charCodeAt(index))) {
      const from = at;
      while (at - from < 3 && isGap(text.charCodeAt(at))) at++;
      if (from === at) return -1;
    } else {
      if (fold(text.charCodeAt(at)) !== words.charCodeAt(index)) return -1;
      at++;
    }
  }
  return at;
}

/** A line of its own, a heading, in capitals, in brackets, or the value of a label: then it marks the document. */
function isStanding(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  if (words.length > 6 && /\p{Lu}/u.test(words) && words === words.toUpperCase()) return true;
  const before = text.slice(Math.max(0, start - LONGEST_PHRASE), start);
  const after = text.slice(end, end + LONGEST_PHRASE);
  if (/[([{<«【*#|]\s{0,2}$/.test(before) && /^[\s.!]{0,2}[)\]}>»】*#|]/.test(after)) return true;
  const lineStart =
    /(?:^|[\n\r])[\s*#>/=_–—-]{0,8}$/.test(before) ||
    (start <= LONGEST_PHRASE && /^[\s*#>/=_–—-]{0,8}$/.test(before));
  const lineEnd = /^[\s.!*#:=_–—-]{0,8}(?:[\n\r]|$)/.test(after);
  if (lineStart && lineEnd) return true;
  // `Classification: Confidential`, `Label = Internal only`
  return (
    lineEnd &&
    /(?:classification|classified|marking|label|sensitivity|status|class|niveau|einstufung|klassifizierung|clasificación|classifica|classificatie|klauzula)\W{1,4}$/i.test(
      before,
    )
  );
}

/** The traffic light protocol (FIRST, TLP 2.0); RED and AMBER may not be passed on. */
const trafficLight: WordDetector = {
  type: 'DOCUMENT_MARKING',
  name: 'Traffic light protocol',
  anchor: { kind: 'word', words: ['tlp'] },
  match: ({ text }, at) => {
    const found = /^ ?[:-] ?(RED|AMBER\+STRICT|AMBER)(?![A-Za-z])/i.exec(text.slice(at.end, at.end + 20));
    if (found === null) return undefined;
    const end = at.end + found[0].length;
    return {
      start: at.start,
      end,
      confidence: 'high',
      evidence: ['pattern'],
      value: `tlp ${found[1]?.toLowerCase() ?? ''}`,
    };
  },
  keywords: [],
  examples: {
    match: [
      { text: 'TLP:RED', value: 'TLP:RED', confidence: 'high' },
      { text: 'Report, TLP:AMBER+STRICT.', value: 'TLP:AMBER+STRICT', confidence: 'high' },
      { text: 'TLP: AMBER', value: 'TLP: AMBER', confidence: 'high' },
      { text: 'marked TLP-RED today', value: 'TLP-RED', confidence: 'high' },
      { text: 'tlp:red', value: 'tlp:red', confidence: 'high' },
    ],
    noMatch: ['TLP:CLEAR', 'TLP:GREEN', 'TLP RED', 'TLP is a protocol', 'TLP:REDACTED', 'tlp'],
  },
};

export const markingDetectors: readonly WordDetector[] = [documentMarking, trafficLight];
