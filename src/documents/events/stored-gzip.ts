/**
 * A gzip file (RFC 1952) whose blocks are stored and not compressed: every reader takes it, and one text gives the
 * same bytes in every browser, which no two compressors promise.
 */
export function storedGzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.max(1, Math.ceil(bytes.length / largestBlock));
  const file = new Uint8Array(header.length + blocks * 5 + bytes.length + 8);
  const view = new DataView(file.buffer);
  file.set(header);
  let end = header.length;
  for (let block = 0; block < blocks; block += 1) {
    const part = bytes.subarray(block * largestBlock, (block + 1) * largestBlock);
    view.setUint8(end, block === blocks - 1 ? 1 : 0);
    view.setUint16(end + 1, part.length, true);
    view.setUint16(end + 3, ~part.length & 0xffff, true);
    file.set(part, end + 5);
    end += 5 + part.length;
  }
  view.setUint32(end, crc32(bytes), true);
  view.setUint32(end + 4, bytes.length, true);
  return file;
}

const largestBlock = 0xffff;
/** Magic, deflate, no flags, no time, no hint, unknown system. */
const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
