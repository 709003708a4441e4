import { lastKept } from '#app/text/tree/ends.ts';
import type { UnitType } from '#app/text/index.ts';

/** The number in a printed mark: "5a" of "§ 5a.", "III" of "ROZDZIAŁ III", "1" of "Załącznik nr 1"; empty for a dash. */
export function numberOf(type: UnitType, label: string): string {
  if (type === 'annex')
    return /\bnr\s*([\p{L}\p{N}]+)/iu.exec(label)?.[1] ?? /^\S+\s+(\p{N}+|[IVXLC]+)(?!\p{L})/u.exec(label)?.[1] ?? '';
  const bare = withoutClosing(label.replace(/^[\s(§]*(?:(?:art|rozdział|dział|oddział)(?!\p{L})\.?)?\s*/iu, ''));
  // A mark that a scan prints twice ("1. 1.") counts as its last number; a dash or a bullet has none.
  const last = bare.split(/\s+/).at(-1) ?? '';
  return /[\p{L}\p{N}]/u.test(last) ? last : '';
}

function withoutClosing(mark: string): string {
  return mark.slice(
    0,
    lastKept(mark, (sign) => '.)/'.includes(sign) || sign.trim() === ''),
  );
}
