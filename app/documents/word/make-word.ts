import type { Act } from '#app/text/tree/types.ts';
import { redline } from '../tracked/redline.ts';
import { trackAmendments } from '../tracked/track-amendments.ts';
import { plainDocument, type DocumentProperties } from '../model/tracked-document.ts';
import type { TrackedAmendment } from '../model/unit-change.ts';
import { writeWord } from './write-word.ts';

/** What a Word file of an act is made of, as plain data. */
export type WordOrder =
  | { kind: 'plain'; act: Act; properties: DocumentProperties }
  | { kind: 'tracked'; act: Act; amendments: readonly TrackedAmendment[]; properties: DocumentProperties }
  | {
      kind: 'redline';
      before: Act;
      act: Act;
      by: { author: string; date: string };
      properties: DocumentProperties;
      /** What made a unit differ, by its id in either act. */
      why?: { base: Readonly<Record<string, string>>; current: Readonly<Record<string, string>> };
    };

/** An act as it is, with amendments as tracked changes, or with what changed since another version. */
export function makeWord(order: WordOrder): Promise<Uint8Array> {
  switch (order.kind) {
    case 'plain':
      return writeWord(plainDocument(order.act, order.properties));
    case 'tracked':
      return writeWord(trackAmendments(order.act, order.amendments, order.properties));
    case 'redline':
      return writeWord(
        redline(order.before, order.act, {
          by: order.by,
          properties: order.properties,
          ...(order.why ? { why: order.why } : {}),
        }),
      );
  }
}
