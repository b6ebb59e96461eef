/** A span of time in milliseconds since 1970: a whole day, or a minute. */
export interface Moment {
  from: number;
  /** Not within. */
  to: number;
}

/** `today`, `yesterday`, `2026-05-31`, `2026-05-31T14:30`, `14:30` of today, or so long ago: `30m`, `2h`, `7d`, `2w`. */
export function momentOf(text: string, now: Date): Moment | null {
  const value = text.trim().toLowerCase();
  if (value === 'today') return dayOf(now.getFullYear(), now.getMonth(), now.getDate());
  if (value === 'yesterday') return dayOf(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return agoOf(value, now) ?? clockOf(value, now) ?? dateOf(value);
}

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function agoOf(value: string, now: Date): Moment | null {
  const [, count, unit = ''] = /^(\d{1,5})([mhdw])$/.exec(value) ?? [];
  if (count === undefined) return null;
  const from = now.getTime() - Number(count) * (unitMs[unit] ?? 0);
  return { from, to: now.getTime() };
}

function clockOf(value: string, now: Date): Moment | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(value) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return minuteAt(new Date(now.getFullYear(), now.getMonth(), now.getDate(), Number(hours), Number(minutes)));
}

function dateOf(value: string): Moment | null {
  const [, year, month, day, hours, minutes] =
    /^(\d{4})-(\d{2})-(\d{2})(?:t(\d{2}):(\d{2}))?$/.exec(value) ?? [];
  if (year === undefined) return null;
  const date = new Date(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hours ?? 0),
    Number(minutes ?? 0),
  );
  // 31 February is no day, and the Date of it is one in March.
  if (date.getMonth() !== Number(month) - 1 || date.getDate() !== Number(day)) return null;
  return hours === undefined ? dayOf(date.getFullYear(), date.getMonth(), date.getDate()) : minuteAt(date);
}

/** By the calendar: a day may have 23 or 25 hours. */
function dayOf(year: number, month: number, day: number): Moment {
  return { from: new Date(year, month, day).getTime(), to: new Date(year, month, day + 1).getTime() };
}

function minuteAt(date: Date): Moment {
  return { from: date.getTime(), to: date.getTime() + 60_000 };
}
