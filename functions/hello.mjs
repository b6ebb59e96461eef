/** The smallest function: answers with a greeting for `{ "name": "..." }`. */
export const handler = async (event) => {
  const name = event?.name ?? 'world';
  console.log('greeting', name);
  return { message: `Hello, ${name}!` };
};
