/** How far each lane is rotated, and where it goes, step by step from lane 1; FIPS 202 sections 3.2.2 and 3.2.3. */
const ROTATIONS = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
const LANES = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];
const MASK = (1n << 64n) - 1n;
/** Bytes taken in at a time for a digest of 256 bits. */
const RATE = 136;

const roundConstants = constantsOfRounds();

/** From a shift register of eight bits; FIPS 202 section 3.2.5. */
function constantsOfRounds(): readonly bigint[] {
  let register = 1;
  const nextBit = (): number => {
    const bit = register & 1;
    register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    return bit;
  };
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let index = 0; index < 7; index++) {
      if (nextBit() === 1) constant |= 1n << BigInt((1 << index) - 1);
    }
    return constant;
  });
}

const rotated = (lane: bigint, bits: number): bigint =>
  ((lane << BigInt(bits)) | (lane >> BigInt(64 - bits))) & MASK;

/** Keccak-256 with its original padding, as Ethereum and Monero use it. Slow but small: for single addresses. */
export function keccak256(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array((Math.floor(message.length / RATE) + 1) * RATE);
  padded.set(message);
  padded[message.length] = (padded[message.length] ?? 0) ^ 1;
  padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) ^ 0x80;
  const view = new DataView(padded.buffer);
  const lanes = Array.from({ length: 25 }, () => 0n);
  for (let block = 0; block < padded.length; block += RATE) {
    for (let lane = 0; lane < RATE / 8; lane++) {
      lanes[lane] = (lanes[lane] ?? 0n) ^ view.getBigUint64(block + lane * 8, true);
    }
    for (const constant of roundConstants) mix(lanes, constant);
  }
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  for (let lane = 0; lane < 4; lane++) out.setBigUint64(lane * 8, lanes[lane] ?? 0n, true);
  return digest;
}

function mix(lanes: bigint[], constant: bigint): void {
  const at = (index: number): bigint => lanes[index] ?? 0n;
  const columns = Array.from(
    { length: 5 },
    (_, x) => at(x) ^ at(x + 5) ^ at(x + 10) ^ at(x + 15) ^ at(x + 20),
  );
  for (let x = 0; x < 5; x++) {
    const change = (columns[(x + 4) % 5] ?? 0n) ^ rotated(columns[(x + 1) % 5] ?? 0n, 1);
    for (let y = 0; y < 25; y += 5) lanes[x + y] = at(x + y) ^ change;
  }
  let moving = at(1);
  for (const [step, lane] of LANES.entries()) {
    const held = at(lane);
    lanes[lane] = rotated(moving, ROTATIONS[step] ?? 0);
    moving = held;
  }
  for (let y = 0; y < 25; y += 5) {
    const row = lanes.slice(y, y + 5);
    for (let x = 0; x < 5; x++) {
      lanes[x + y] = (row[x] ?? 0n) ^ (~(row[(x + 1) % 5] ?? 0n) & MASK & (row[(x + 2) % 5] ?? 0n));
    }
  }
  lanes[0] = at(0) ^ constant;
}
