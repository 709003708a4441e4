import { marksIn } from '#app/record/covered/grounds.ts';
import type { Db } from '#app/db/client.server.ts';
import { actModel } from '#app/documents/model/act-model.ts';
import { heading, paragraph } from '#app/documents/model/model.ts';
import { propertiesOf } from '#app/documents/model/tracked-document.ts';
import { notFound } from '#app/errors/app-error.ts';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import type { Act } from '#app/text/tree/types.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { DraftHead } from '../acts/draft.ts';
import { loadDraft, type Draft } from '../acts/load-draft.server.ts';
import { listGrounds } from '../grounds/grounds.server.ts';
import { frozenText } from './unified-page.server.ts';
import { toAct } from '../acts/unit-tree.ts';
import { coveredVersions } from '#app/drafting/acts/covered-versions.server.ts';
import { makePdf } from '#app/publishing/tasks.server.ts';
import { parseText } from '../acts/tasks.server.ts';

type Pdf = { bytes: Uint8Array<ArrayBuffer>; name: string };

/** A version as a tagged PDF, the current one unless `version` names another. The text is Polish, what is said about it in the language asked for. Throws not-found. */
export async function versionPdf(
  db: Db,
  { slug, version, locale }: { slug: string; version: number | null; locale: Locale },
): Promise<Pdf> {
  const draft = await loadDraft(db, { slug }, version ?? undefined);
  const row = await db.version.findFirst({
    where: { consultationId: draft.consultationId, number: draft.version },
    select: { createdAt: true, hash: true, consultation: { select: { municipality: { select: { name: true } } } } },
  });
  if (!row) throw notFound('no such version');
  const t = translator(locale);
  const state = t('text.state', {
    place: row.consultation.municipality.name,
    number: draft.version,
    date: formatDate(locale, row.createdAt),
  });
  const isCovered = (await coveredVersions(db, draft.consultationId)).has(draft.version);
  const notes = [
    `${state} ${t('text.not-in-force')}`,
    t('format.pdf.hash', { file: `${slug}-wersja-${draft.version}.txt`, hash: row.hash }),
    ...(isCovered ? [t('redaction.hash-note')] : []),
  ];
  return {
    bytes: await actPdf(toAct(await withGrounds(db, draft, t), draft.units), {
      date: row.createdAt,
      subject: draft.title,
      notes,
    }),
    name: `${slug}-wersja-${draft.version}.pdf`,
  };
}

/** What the provisions rest on, at the end of the reasons: as it is known today, so for the newest version alone. */
async function withGrounds(db: Db, draft: Draft, t: Translate): Promise<DraftHead> {
  const grounds = draft.version === draft.current ? await listGrounds(db, draft) : [];
  if (grounds.length === 0) return draft.head;
  const lines = grounds.map(
    ({ citation, label, figure }) =>
      `${citation ?? t('grounds.whole')}: ${[label, figure].filter(Boolean).join(' – ')}.`,
  );
  const reasons = [draft.head.reasons, `${t('grounds.in-reasons')}:`, ...lines].filter(Boolean).join('\n\n');
  return { ...draft.head, reasons };
}

/** The text that went to the council as a tagged PDF; the newest unless `version` names one. Throws not-found. */
export async function unifiedPdf(
  db: Db,
  { slug, version, locale }: { slug: string; version: number | null; locale: Locale },
): Promise<Pdf> {
  const frozen = await frozenText(db, { slug, version });
  const t = translator(locale);
  const notes = [
    t('unified.sent-on', { at: formatDateTime(locale, frozen.frozenAt), version: frozen.version }),
    t('format.pdf.hash', { file: frozen.name, hash: frozen.hash }),
    ...(marksIn(frozen.text) > 0 ? [t('redaction.hash-note')] : []),
  ];
  return {
    bytes: await actPdf(await runTask(parseText, frozen.text), { date: frozen.frozenAt, subject: frozen.title, notes }),
    name: frozen.name.replace(/txt$/, 'pdf'),
  };
}

/** Below the last word of the act stands what the file was made of, and how to check it. */
async function actPdf(
  act: Act,
  { date, subject, notes }: { date: Date; subject: string; notes: readonly string[] },
): Promise<Uint8Array<ArrayBuffer>> {
  const model = actModel(act, propertiesOf(act, { date: date.toISOString(), subject }));
  // An act without words before its first unit is known by the title of its consultation.
  const title = model.blocks[0]?.kind === 'heading' ? [] : [heading(1, subject)];
  return runTask(makePdf, {
    ...model,
    law: true,
    blocks: [...title, ...model.blocks, paragraph(''), ...notes.map((note) => paragraph(note, { look: 'note' }))],
  });
}
