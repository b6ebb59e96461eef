/** Version 1: published, and what most callers of the alias `live` get. */
export const handler = async (event, context) => {
  return { greeting: `Hello, ${event?.name ?? 'world'}.`, version: context.functionVersion };
};
