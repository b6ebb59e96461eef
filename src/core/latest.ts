/** The same function, which remembers its latest answer: whoever runs a function again asks for the same things. */
export function rememberLatest<T>(compute: (text: string) => T): (text: string) => T {
  let latest: { text: string; answer: T } | undefined;
  return (text) => {
    if (latest?.text !== text) latest = { text, answer: compute(text) };
    return latest.answer;
  };
}
