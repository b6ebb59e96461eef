/**
 * Writes more than the 4 KB that a tail log carries, at every level and with text beyond ASCII, so that the
 * cut, which counts bytes, falls where it likes: inside a line, inside a character.
 */
export const handler = async (event) => {
  const lines = event?.lines ?? 60;
  for (let line = 1; line <= lines; line += 1)
    console.log(`${line}/${lines} Grüße aus Köln 🚀 – こんにちは, мир`);
  console.debug('a detail', { nested: { list: [1, 2, 3] } });
  console.warn('getting close to the limit: %d %', 93);
  console.error(new Error('logged, not thrown'));
  process.stdout.write('written to stdout without a line of log around it\n');
  return { lines };
};
