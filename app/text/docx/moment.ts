const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A moment in the one form that goes out: "2026-05-01T12:00:00Z", in UTC, to the second. Word processors write it with and without
 * fractions, seconds and zone; without one it is taken as it stands. What is no moment stays as it is.
 */
export function oneMoment(written: string): string {
  const [, day, minute, second, zone] = MOMENT.exec(written) ?? [];
  if (day === undefined || minute === undefined) return written;
  const time = new Date(`${day}T${minute}:${second ?? '00'}${zone ?? 'Z'}`);
  return Number.isNaN(time.getTime()) ? written : `${time.toISOString().slice(0, 19)}Z`;
}
