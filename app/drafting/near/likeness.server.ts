import { sha256 } from '#app/hash/sha256.server.ts';
import { likenessForm, type LikenessInput } from './likeness.ts';

/** Keys of many remarks, in their order. */
export function likenessKeys(remarks: readonly LikenessInput[]): string[] {
  return remarks.map(likenessKey);
}

/** SHA-256, hex, of a remark in one form: equal keys are the same remark. Empty when there is nothing to compare. */
export function likenessKey(remark: LikenessInput): string {
  const form = likenessForm(remark);
  return form === null ? '' : sha256(form);
}
