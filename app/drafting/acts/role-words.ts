import type { MessageKey } from '#app/i18n/translate.ts';
import type { LineRole, UnitType } from '#app/text/tree/types.ts';

/** What a line is, in words. */
export function roleKey(role: LineRole): MessageKey {
  return `import.role.${role}`;
}

/** How many units of a kind there are, in words. */
export function unitCountKey(type: UnitType): MessageKey {
  return `import.count.${type}`;
}
