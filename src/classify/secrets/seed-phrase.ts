import type { Match, Span, View, WordDetector } from '../detector.ts';

/**
 * 12, 15, 18, 21 or 24 words of three to eight small letters, as BIP-39 has them, separated by blanks, commas or line ends.
 * https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki
 */
const WORDS =
  /(?:[ \t]{1,2}(?:phrase|words?|backup|is|was))?[ \t"'`]{0,4}[:=]?[ \t\r\n"'`[]{1,6}([a-z]{3,8}(?:["']?[ ,\t\r\n]{1,3}["']?[a-z]{3,8}){11,23})(?![ ,][a-z])/y;
const COUNTS = new Set([12, 15, 18, 21, 24]);

/** English words of the list that BIP-39 gives no place to, and that sentences can hardly do without. */
const SENTENCE_WORDS = new Set(
  'the and for are but not you your was with this that have has from they will would which their there been were our can'.split(
    ' ',
  ),
);
const phrase = 'river candy stove orbit lemon tiger frame piano salad ocean brick cloud'.split(' ').join(' ');

/** The words from which all keys of a wallet follow. */
export const seedPhrase: WordDetector = {
  type: 'SECRET:SEED_PHRASE',
  name: 'Seed phrase of a wallet',
  anchor: { kind: 'word', words: ['mnemonic', 'seed', 'seedphrase', 'recovery'] },
  match: matchPhrase,
  keywords: [],
  examples: {
    match: [
      { text: `mnemonic: ${phrase}`, value: phrase, confidence: 'high' },
      { text: `seed phrase: ${phrase}.`, value: phrase },
      { text: `Recovery phrase = "${phrase}"`, value: phrase },
      { text: `MNEMONIC="${phrase}"`, value: phrase },
      { text: `my seed words:\n${phrase}\n`, value: phrase },
    ],
    noMatch: [
      'mnemonic: river candy stove',
      'seed phrase: write down the twelve words that your wallet has shown and keep them safe',
      'recovery: all systems that were down are back and users can log in again now',
      phrase,
      'seed = 42',
    ],
  },
};

function matchPhrase({ text }: View, word: Span): Match | undefined {
  WORDS.lastIndex = word.end;
  const found = WORDS.exec(text);
  if (found?.[1] === undefined) return undefined;
  const said = found[1].split(/[^a-z]{1,8}/);
  if (!COUNTS.has(said.length) || said.some((one) => SENTENCE_WORDS.has(one))) return undefined;
  // Words drawn from 2048 hardly ever repeat.
  if (new Set(said).size < said.length - 2) return undefined;
  const end = WORDS.lastIndex;
  return {
    start: end - found[1].length,
    end,
    confidence: 'high',
    evidence: ['pattern', 'keyword'],
    value: said.join(' '),
  };
}
