interface Issuer {
  /** Inclusive ranges of leading digits; both ends have the same number of digits, four at most. */
  readonly from: number;
  readonly to: number;
  readonly lengths: readonly number[];
  /** Short, old or rarely issued numbers, which other numbers look like: need a word nearby when not grouped. */
  readonly doubtful?: readonly number[];
}

const MAESTRO = { lengths: [], doubtful: [12, 13, 14, 15, 16, 17, 18, 19] };

/** Issuer identification numbers by scheme (ISO/IEC 7812; the schemes' public BIN ranges). Earlier entries win. */
const ISSUERS: readonly Issuer[] = [
  { from: 4, to: 4, lengths: [16], doubtful: [13, 19] }, // Visa
  { from: 51, to: 55, lengths: [16] }, // Mastercard
  { from: 2221, to: 2720, lengths: [16] }, // Mastercard, 2-series
  { from: 34, to: 34, lengths: [15] }, // American Express
  { from: 37, to: 37, lengths: [15] },
  { from: 6011, to: 6011, lengths: [16], doubtful: [19] }, // Discover
  { from: 644, to: 659, lengths: [16], doubtful: [18, 19] }, // Discover, RuPay, Elo, Troy, Verve
  { from: 300, to: 305, lengths: [14, 16] }, // Diners Club
  { from: 3095, to: 3095, lengths: [14, 16] },
  { from: 36, to: 36, lengths: [14, 16] },
  { from: 38, to: 39, lengths: [14, 16] },
  { from: 3528, to: 3589, lengths: [16], doubtful: [19] }, // JCB
  { from: 1800, to: 1800, lengths: [], doubtful: [15] }, // JCB, old
  { from: 2131, to: 2131, lengths: [], doubtful: [15] },
  { from: 62, to: 62, lengths: [16], doubtful: [17, 18, 19] }, // UnionPay
  { from: 81, to: 82, lengths: [], doubtful: [16] }, // UnionPay, RuPay
  { from: 60, to: 60, lengths: [], doubtful: [16] }, // RuPay, Hipercard
  { from: 508, to: 508, lengths: [16] }, // RuPay
  { from: 5019, to: 5019, lengths: [16] }, // Dankort
  { from: 2200, to: 2204, lengths: [16], doubtful: [17, 18, 19] }, // Mir
  { from: 636, to: 639, lengths: [], doubtful: [16, 17, 18, 19] }, // Elo, InterPayment, InstaPayment
  { from: 9704, to: 9704, lengths: [], doubtful: [16, 19] }, // Napas
  { from: 9792, to: 9792, lengths: [], doubtful: [16] }, // Troy
  { from: 8600, to: 8600, lengths: [], doubtful: [16] }, // UzCard
  { from: 9860, to: 9860, lengths: [], doubtful: [16] }, // Humo
  { from: 50, to: 50, ...MAESTRO }, // Maestro, Verve, Elo
  { from: 56, to: 58, ...MAESTRO },
  { from: 6304, to: 6304, ...MAESTRO },
  { from: 6759, to: 6771, ...MAESTRO },
];

/** By the first four digits: one bit for each length a card with them can have. */
export const firmLengths: Int32Array = lengthsByPrefix(({ lengths }) => lengths);
/** The same for lengths that speak less for a card. */
export const doubtfulLengths: Int32Array = lengthsByPrefix(({ doubtful = [] }) => doubtful);

function lengthsByPrefix(of: (issuer: Issuer) => readonly number[]): Int32Array {
  const table = new Int32Array(10_000);
  for (const issuer of ISSUERS) {
    const bits = of(issuer).reduce((sum, length) => sum | (1 << length), 0);
    const from = Number(String(issuer.from).padEnd(4, '0'));
    const to = Number(String(issuer.to).padEnd(4, '9'));
    for (let prefix = from; prefix <= to; prefix++) table[prefix] = (table[prefix] ?? 0) | bits;
  }
  return table;
}
