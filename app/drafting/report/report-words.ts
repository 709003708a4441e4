import { citeTogether } from '#app/i18n/inflect-citation.ts';
import type { MessageKey, Translate } from '#app/i18n/translate.ts';
import { stateKeys } from '../state/remark-state.ts';
import { attachmentKeys, type AttachmentKind } from '../attachments/attachment.ts';
import { filedPlaceOf, placeWords } from '../remarks/filed-place.ts';
import { nameAsGiven } from '../state/signature.ts';
import type { ReportCause, ReportHead, ReportLine, ReportOperation } from './report-document.ts';

const channelKeys = {
  web: 'report.channel.web',
  guest: 'report.channel.guest',
  api: 'report.channel.api',
  paper: 'report.channel.paper',
  email: 'report.channel.email',
  epuap: 'report.channel.epuap',
  edoreczenia: 'report.channel.edoreczenia',
  phone: 'report.channel.phone',
  meeting: 'report.channel.meeting',
  word: 'report.channel.word',
} as const satisfies Record<string, MessageKey>;

export function channelWords(t: Translate, channel: string): string {
  return channel in channelKeys ? t(channelKeys[channel as keyof typeof channelKeys]) : channel;
}

/** „osoba fizyczna nr 19" or without a number, or the name of the organisation, marked where it was only typed; the channel says so in reports closed before the mark too. */
export function authorWords(t: Translate, { author, channel }: Pick<ReportLine, 'author' | 'channel'>): string {
  if (author.kind === 'organisation') return nameAsGiven(author.name, channel, t);
  return author.no === null ? t('register.person') : t('report.person', { no: author.no });
}

/** The unit a remark is about as it was filed, with what it is called in the report where that differs, or the place its author named, or the whole draft. */
export function unitWords(t: Translate, line: ReportLine): string {
  const units = (line.places && citeTogether(line.places.map((place) => placeWords(t, place)))) ?? line.unit;
  return units || line.place || t('report.whole');
}

/** What an amendment asks for, as sentences: „Proponowane brzmienie § 3: …". */
export function operationWords(t: Translate, { op, after, rest, ...named }: ReportOperation): string {
  const unit = placeWords(t, filedPlaceOf(named.unitAsFiled, named.unit));
  const target = placeWords(t, filedPlaceOf(named.targetAsFiled, named.target));
  if (op === 'replace') return t('report.op.replace', { unit, after });
  if (op === 'insert-after') return t('report.op.insert', { unit, after });
  if (op === 'delete') return t('report.op.delete', { unit });
  if (op === 'move') return t('report.op.move', { unit, target });
  if (op === 'split') return t('report.op.split', { unit, after, rest });
  return t('report.op.merge', { unit, target, after });
}

/** What changed a unit, in one line: „uwaga nr 7, wersja 3: uwzględniona. Uzasadnienie …", or that the office did it and why. */
export function causeWords(t: Translate, { version, remark, numberOnly, decision, reason = '' }: ReportCause): string {
  const what = remark === null ? t('report.why-office', { version }) : t('report.why-remark', { version, remark });
  const number = numberOnly ? ` (${t('redline.only-number')})` : '';
  const rest = [decision ? t(stateKeys[decision]) : '', reason].filter(Boolean).join('. ');
  return `${what}${number}${rest ? `: ${rest}` : ''}`;
}

/** Units that only have another number, a line each with what gave it; none in reports closed before these were kept. */
export function renumberedLines({ renumbered = [] }: Pick<ReportHead, 'renumbered'>, t: Translate): string[] {
  return renumbered.map(({ unit, oldUnit, why }) =>
    [
      t('redline.renumbered-item', { before: oldUnit, after: unit }),
      ...why.map(({ version, remark }) => causeWords(t, { version, remark })),
    ].join(', '),
  );
}

/** „Załączniki: 1. skan pisma (PDF)"; '' where the letter has none. */
export function attachmentWords(t: Translate, { attachments = [] }: Pick<ReportLine, 'attachments'>): string {
  if (attachments.length === 0) return '';
  const names = attachments.map(({ number, kind, ending }) =>
    t('attachment.report-name', { number, kind: kindWords(t, kind), ending: ending.toUpperCase() }),
  );
  return t('attachment.report', { names: names.join(', ') });
}

const kindWords = (t: Translate, kind: string) =>
  t(kind in attachmentKeys ? attachmentKeys[kind as AttachmentKind] : 'attachment.kind.other');

/** The office's own words for a decision where a register came from elsewhere, else those of the product. */
export function decisionWords(t: Translate, line: ReportLine): string {
  return line.ruling?.words ?? t(stateKeys[line.state]);
}

/** The reason of the ruling; for a remark without one why there is none. */
export function reasonWords(t: Translate, line: ReportLine): string {
  if (line.state === 'withdrawn') return t('report.withdrawn');
  if (!line.ruling) return t('report.no-ruling');
  const { reason, earlier = [] } = line.ruling;
  return [
    reason || t('report.no-reason'),
    ...earlier.map(({ decision, words, madeOn, why, ...before }) =>
      t('correct.earlier', { state: words ?? t(stateKeys[decision]), on: madeOn, reason: before.reason, why }),
    ),
  ].join('\n\n');
}

/** „punkt 2 z 3 pisma nr 12"; '' for a remark that came alone. */
export function pointWords(t: Translate, { point, points, filing }: ReportLine): string {
  return points > 1 ? t('report.point', { point, points, filing }) : '';
}
