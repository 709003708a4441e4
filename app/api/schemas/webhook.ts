import { z } from 'zod';
import { webhookEvents } from '#app/openness/webhooks/events.ts';
import { apiUrl, id, instant, municipalityRef, pageUrl, text, whole } from './common.ts';

/** The message that an address of an office gets: what happened and where it can be read, never the words of people. */
export const webhookMessage = z
  .object({
    type: z.enum([...webhookEvents, 'test']).meta({ example: 'remark.filed' }),
    timestamp: instant(),
    data: z.object({
      municipality: municipalityRef,
      consultation: z
        .object({
          slug: text('zasady-konsultacji'),
          title: text('Zasady konsultacji'),
          url: pageUrl('/konsultacje/zasady-konsultacji'),
          api: apiUrl('/consultations/zasady-konsultacji'),
        })
        .nullable()
        .meta({ description: 'Null in a test message.' }),
      remark: z
        .object({
          number: whole(12),
          url: pageUrl('/konsultacje/zasady-konsultacji/uwagi/12'),
          api: apiUrl('/consultations/zasady-konsultacji/remarks/12'),
        })
        .nullable()
        .meta({ description: 'In remark.filed, remark.withdrawn and ruling.made.' }),
      meeting: z
        .object({ id: id(), url: pageUrl('/konsultacje/zasady-konsultacji/spotkania') })
        .nullable()
        .meta({ description: 'In meeting.changed: which one was added, changed or cancelled.' }),
      version: z.int().min(1).nullable().meta({ description: 'In version.made: its number.', example: 2 }),
      stage: z
        .enum(['open', 'deciding', 'answers-due', 'sent', 'adopted'])
        .nullable()
        .meta({ description: 'In stage.changed: what begins.', example: 'deciding' }),
    }),
  })
  .meta({ id: 'WebhookMessage' });

export const webhookHeaders = z.object({
  'webhook-id': z.string().meta({ description: 'The same at every attempt.', example: 'msg_0192f5c4' }),
  'webhook-timestamp': z.string().meta({ description: 'Seconds since 1970.', example: '1794236400' }),
  'webhook-signature': z
    .string()
    .meta({ description: 'v1 and the HMAC-SHA256 of id, time and body.', example: 'v1,K5oZ' }),
});
