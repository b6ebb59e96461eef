/** What a thousand variants ask for: as little as a function can do. */
export const handler = async (event) => ({ got: event.n });
