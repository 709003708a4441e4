import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';

/** What to tell a person who has to wait: that nothing is lost, and how long it takes, in whole minutes. */
export function waitMessage(seconds: number): { key: MessageKey; params: MessageParams } {
  return { key: 'error.too-many', params: { minutes: Math.max(1, Math.ceil(seconds / 60)) } };
}
