/** How far each lane is rotated, and where it goes, step by step from lane 1; FIPS 202 sections 3.2.2 and 3.2.3. */
const ROTATIONS = Uint8Array.of(
  1,
  3,
  6,
  10,
  15,
  21,
  28,
  36,
  45,
  55,
  2,
  14,
  27,
  41,
  56,
  8,
  25,
  43,
  62,
  18,
  39,
  61,
  20,
  44,
);
const LANES = Uint8Array.of(
  10,
  7,
  11,
  17,
  18,
  3,
  5,
  16,
  8,
  21,
  24,
  4,
  15,
  23,
  19,
  13,
  12,
  2,
  20,
  14,
  22,
  9,
  6,
  1,
);
/** Bytes taken in at a time for a digest of 256 bits. */
const RATE = 136;
const ROUNDS = 24;

/** For each round the low and the high half of its constant. */
const roundConstants = constantsOfRounds();

/** From a shift register of eight bits; FIPS 202 section 3.2.5. */
function constantsOfRounds(): Int32Array {
  const constants = new Int32Array(ROUNDS * 2);
  let register = 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (let index = 0; index < 7; index++) {
      const place = (1 << index) - 1;
      const half = round * 2 + (place >> 5);
      if (register & 1) constants[half] = (constants[half] ?? 0) ^ (1 << (place & 31));
      register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    }
  }
  return constants;
}

/** 25 lanes of 64 bits as a low and a high half each, and the five columns; used again for each message. */
const lanes = new Int32Array(50);
const columns = new Int32Array(10);

/** Keccak-256 with its original padding, as Ethereum and Monero use it: for single addresses, not for large data. */
export function keccak256(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array((Math.floor(message.length / RATE) + 1) * RATE);
  padded.set(message);
  padded[message.length] = (padded[message.length] ?? 0) ^ 1;
  padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) ^ 0x80;
  const view = new DataView(padded.buffer);
  lanes.fill(0);
  for (let block = 0; block < padded.length; block += RATE) {
    for (let half = 0; half < RATE / 4; half++) {
      lanes[half] = (lanes[half] ?? 0) ^ view.getInt32(block + half * 4, true);
    }
    for (let round = 0; round < ROUNDS; round++) mix(round);
  }
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  for (let half = 0; half < 8; half++) out.setInt32(half * 4, lanes[half] ?? 0, true);
  return digest;
}

const half = (index: number): number => lanes[index] ?? 0;

function mix(round: number): void {
  for (let x = 0; x < 10; x++) {
    columns[x] = half(x) ^ half(x + 10) ^ half(x + 20) ^ half(x + 30) ^ half(x + 40);
  }
  for (let x = 0; x < 5; x++) {
    const left = ((x + 4) % 5) * 2;
    const right = ((x + 1) % 5) * 2;
    const low = columns[right] ?? 0;
    const high = columns[right + 1] ?? 0;
    const changeLow = (columns[left] ?? 0) ^ ((low << 1) | (high >>> 31));
    const changeHigh = (columns[left + 1] ?? 0) ^ ((high << 1) | (low >>> 31));
    for (let lane = x * 2; lane < 50; lane += 10) {
      lanes[lane] = half(lane) ^ changeLow;
      lanes[lane + 1] = half(lane + 1) ^ changeHigh;
    }
  }
  rotateLanes();
  for (let row = 0; row < 50; row += 10) {
    for (let x = 0; x < 10; x++) columns[x] = half(row + x);
    for (let x = 0; x < 10; x++) {
      lanes[row + x] = (columns[x] ?? 0) ^ (~(columns[(x + 2) % 10] ?? 0) & (columns[(x + 4) % 10] ?? 0));
    }
  }
  lanes[0] = half(0) ^ (roundConstants[round * 2] ?? 0);
  lanes[1] = half(1) ^ (roundConstants[round * 2 + 1] ?? 0);
}

/** Each lane moves on to the next place and is rotated on its way. */
function rotateLanes(): void {
  let low = half(2);
  let high = half(3);
  for (let step = 0; step < LANES.length; step++) {
    const place = (LANES[step] ?? 0) * 2;
    const bits = ROTATIONS[step] ?? 0;
    const heldLow = half(place);
    const heldHigh = half(place + 1);
    const first = bits < 32 ? low : high;
    const second = bits < 32 ? high : low;
    const by = bits & 31;
    lanes[place] = (first << by) | (second >>> (32 - by));
    lanes[place + 1] = (second << by) | (first >>> (32 - by));
    low = heldLow;
    high = heldHigh;
  }
}
