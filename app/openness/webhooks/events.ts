import type { EventKind } from '#app/record/event-kinds.ts';

/** What an office can be told about. Names stay as they are: programs on the other side go by them. */
export const webhookEvents = [
  'consultation.published',
  'consultation.corrected',
  'stage.changed',
  'terms.changed',
  'remark.filed',
  'remark.withdrawn',
  'ruling.made',
  'version.made',
  'meeting.changed',
  'report.published',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Lines of the record that are told, and as what. Versions and terms that come are found apart: they leave no line. */
export const eventsByKind: Readonly<Partial<Record<string, WebhookEvent>>> = {
  'consultation-published': 'consultation.published',
  'facts-corrected': 'consultation.corrected',
  'remark-filed': 'remark.filed',
  'remark-withdrawn': 'remark.withdrawn',
  'remark-decided': 'ruling.made',
  'meeting-added': 'meeting.changed',
  'meeting-changed': 'meeting.changed',
  'meeting-cancelled': 'meeting.changed',
  'report-published': 'report.published',
  'terms-changed': 'terms.changed',
  'unified-frozen': 'stage.changed',
  'unified-reopened': 'stage.changed',
  'text-adopted': 'stage.changed',
} satisfies Partial<Record<EventKind, WebhookEvent>>;

/** The message as it is sent: ids, numbers and addresses. The words of people are fetched from there, where they may have been blacked out since. */
export type WebhookMessage = {
  type: WebhookEvent | 'test';
  /** ISO instant of what happened. */
  timestamp: string;
  data: {
    municipality: { teryt: string; name: string };
    consultation: { slug: string; title: string; url: string; api: string } | null;
    remark: { number: number; url: string; api: string } | null;
    /** Stable over its changes; null where no meeting is meant. */
    meeting: { id: string; url: string } | null;
    version: number | null;
    stage: string | null;
  };
};

/** Minutes until the next attempt, by attempts made. */
export const retryMinutes = [1, 5, 30, 120, 480, 1440, 1440] as const;
export const maxAttempts = retryMinutes.length + 1;
/** Days of nothing but failure after which an address is told nothing more. */
export const failingDays = 7;
export const maxWebhooks = 10;
