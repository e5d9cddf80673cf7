/** Fractions of the square roots (start) and cube roots (rounds) of the first primes; FIPS 180-4 sections 4.2.2 and 5.3.3. */
const { start, rounds } = constants();
const schedule = new Int32Array(64);

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 4_294_967_296) | 0;
}

function constants(): { start: Int32Array; rounds: Int32Array } {
  const primes: number[] = [];
  for (let number = 2; primes.length < 64; number++) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return {
    start: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
    rounds: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
  };
}

const rotated = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** SHA-256 of a short message (FIPS 180-4): for the check values of addresses, not for large data. */
export function sha256(message: Uint8Array): Uint8Array {
  const blocks = (message.length + 72) >> 6;
  const padded = new Uint8Array(blocks * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, message.length * 8);
  const state = start.slice();
  for (let block = 0; block < padded.length; block += 64) mix(state, view, block);
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  for (const [index, word] of state.entries()) out.setInt32(index * 4, word);
  return digest;
}

function mix(state: Int32Array, view: DataView, block: number): void {
  for (let index = 0; index < 16; index++) schedule[index] = view.getInt32(block + index * 4);
  for (let index = 16; index < 64; index++) {
    const near = schedule[index - 2] ?? 0;
    const far = schedule[index - 15] ?? 0;
    schedule[index] =
      (schedule[index - 16] ?? 0) +
      (rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3)) +
      (schedule[index - 7] ?? 0) +
      (rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const sum = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + sum + ((e & f) ^ (~e & g)) + (rounds[index] ?? 0) + (schedule[index] ?? 0)) | 0;
    const second = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}
