/**
 * MD5 (RFC 1321) in hex, of bytes: for what AWS still gives as an MD5, such as md5OfBody of SQS. WebCrypto has none.
 * It protects nothing.
 */
export function md5Hex(bytes: Uint8Array): string {
  const words = paddedWords(bytes);
  const state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < words.length; at += 16) addBlock(state, words.subarray(at, at + 16));
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, index) => digest.setUint32(index * 4, word >>> 0, true));
  return Array.from(new Uint8Array(digest.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type State = [number, number, number, number];

/** A one bit, zeros, and the length in bits, to a multiple of 64 bytes. */
function paddedWords(bytes: Uint8Array): Uint32Array {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, (bytes.length * 8) % 2 ** 32, true);
  view.setUint32(length - 4, Math.floor((bytes.length * 8) / 2 ** 32), true);
  return Uint32Array.from({ length: length / 4 }, (_none, index) => view.getUint32(index * 4, true));
}

function addBlock(state: State, block: Uint32Array): void {
  let [a, b, c, d] = state;
  for (let step = 0; step < 64; step += 1) {
    const { mixed, word } = round(step, [b, c, d]);
    const sum = (a + mixed + (sines[step] ?? 0) + (block[word] ?? 0)) | 0;
    const turn = turns[step >> 4]?.[step % 4] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
  }
  state[0] = (state[0] + a) | 0;
  state[1] = (state[1] + b) | 0;
  state[2] = (state[2] + c) | 0;
  state[3] = (state[3] + d) | 0;
}

/** The function of the step's round, and which word of the block it takes. */
function round(step: number, [b, c, d]: readonly [number, number, number]): { mixed: number; word: number } {
  if (step < 16) return { mixed: (b & c) | (~b & d), word: step };
  if (step < 32) return { mixed: (d & b) | (~d & c), word: (5 * step + 1) % 16 };
  if (step < 48) return { mixed: b ^ c ^ d, word: (3 * step + 5) % 16 };
  return { mixed: c ^ (b | ~d), word: (7 * step) % 16 };
}

const sines = Array.from(
  { length: 64 },
  (_none, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32) | 0,
);
const turns = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
