/** The spellings of a moment that AWS services use. */

/** 2026-03-14T09:26:53.589Z */
export function isoMillis(date: Date): string {
  return date.toISOString();
}

/** 2026-03-14T09:26:53Z */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** 2026-03-14T09:26:53.589+0000, as CloudWatch writes it. */
export function isoOffset(date: Date): string {
  return date.toISOString().replace('Z', '+0000');
}

/** 14/Mar/2026:09:26:53 +0000, as API Gateway writes it. */
export function logTime(date: Date): string {
  const [, day = '', month = '', year = '', time = ''] = date.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

/** Sat, 14 Mar 2026 09:26:53 +0000, as mail has it. */
export function mailTime(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}

/** Whole seconds since 1970. */
export function epochSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
