/** Of package.json, by the build; unknown where the page is not built, as in a unit test. */
export const version = String(import.meta.env['VERSION'] ?? 'unknown');
