import { MONTHS } from '../tree/months.ts';
import type { Act } from '../tree/types.ts';

const DATE =
  /(?:z\s{1,3})?dnia\s{1,3}(\d{1,2})\s{1,3}(\p{L}{4,12})\s{1,3}((?:19|20)\d{2})|dnia\s{1,3}(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})/iu;

/** The day an act bears in its title (before its legal basis): "2010-06-28", null when it bears none. */
export function dateOfAct(act: Act): string | null {
  const title = act.title === '' ? (act.before.split(/Na podstawie/iu)[0] ?? '') : act.title;
  const hit = DATE.exec(title.slice(0, 2000));
  if (hit === null) return null;
  const month = hit[2] === undefined ? Number(hit[5]) : MONTHS.indexOf(hit[2].toLowerCase()) + 1;
  const day = Number(hit[1] ?? hit[4]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${hit[3] ?? hit[6] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
