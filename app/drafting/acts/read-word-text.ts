import { readTracked } from '#app/documents/word/read-tracked.ts';
import { slimDocx } from '#app/documents/word/package-origin.ts';
import { countLetters } from '#app/text/docx/census.ts';
import { documentOf } from '#app/text/docx/read-docx.ts';
import { readStory, type Story } from '#app/text/docx/story.ts';
import { DocxError } from '#app/text/docx/zip.ts';
import { asDocx } from '#app/text/odt/as-docx.ts';
import { TextLimitError } from '#app/text/tree/limits.ts';
import { clipped, groupDone, MAX_LISTED } from './done-list.ts';
import type { ImportReport } from './import-report.ts';

export type WordText = { ok: true; text: string; report: ImportReport } | { ok: false; code: 'docx' | 'too-much' };

/** The file is kept for its changes up to this size. */
const MAX_KEPT = 2 * 1024 * 1024;

/**
 * The plain text of a .docx or .odt without its tracked changes, and what was done with everything else in it; or why there is none: it only
 * calls itself a document, or it takes more work than a document may.
 */
export function readWordText(bytes: Uint8Array): WordText {
  try {
    const { docx, letters } = asDocx(bytes);
    const story = readStory(docx);
    const changes = changesOf(story, docx);
    const text = changes === null ? documentOf(story, 'accepted').text : documentOf(story, 'rejected').text;
    const file = letters ?? countLetters(story.file);
    return {
      ok: true,
      text,
      report: { changes, done: doneWith(story), letters: { file, missing: file - story.letters } },
    };
  } catch (error) {
    if (error instanceof TextLimitError) return { ok: false, code: 'too-much' };
    if (error instanceof DocxError) return { ok: false, code: error.code === 'too-big' ? 'too-much' : 'docx' };
    // Whatever the reader trips over on bytes of a stranger is no sound file: a damaged directory reads past the end.
    if (error instanceof RangeError) return { ok: false, code: 'docx' };
    throw error;
  }
}

function changesOf(story: Story, bytes: Uint8Array): ImportReport['changes'] {
  const { changes, accepted, text } = readTracked({ ...story, comments: [] });
  // Looks are nothing to decide about, the numbers that go with them are.
  const open = accepted === text ? changes.filter(({ kind }) => kind !== 'format') : changes;
  if (open.length === 0 && accepted === text) return null;
  const kept = slimDocx(bytes);
  const listed = open.slice(0, MAX_LISTED).map((change) => ({ ...change, text: clipped(change.text) }));
  return {
    decision: 'open',
    count: Math.max(1, open.length),
    listed,
    accepted,
    file: kept.length > MAX_KEPT ? null : base64(kept),
  };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function doneWith({ findings, comments }: Story): ImportReport['done'] {
  return groupDone([
    ...findings.map(({ kind, words }) => ({ kind, words })),
    ...comments.map(({ author, text }) => ({
      kind: 'comment' as const,
      words: author === '' ? text : `${author}: ${text}`,
    })),
  ]);
}
