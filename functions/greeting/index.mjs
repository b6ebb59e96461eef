/**
 * $LATEST: what is being worked on. Versions 1 and 2 lie in functions/.versions/greeting as they were published;
 * the alias `live` (function.json) sends 40 of 100 callers to version 2 and the others to version 1.
 */
export const handler = async (event, context) => {
  const hour = new Date().getUTCHours();
  const daytime = hour < 12 ? 'morning' : 'day';
  return { greeting: `Good ${daytime}, ${event?.name ?? 'world'}!`, version: context.functionVersion };
};
