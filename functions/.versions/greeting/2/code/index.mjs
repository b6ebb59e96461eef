/** Version 2: published too, and tried on 40 of 100 callers of the alias `live`. */
export const handler = async (event, context) => {
  return { greeting: `Hello, ${event?.name ?? 'world'}! Good to see you.`, version: context.functionVersion };
};
