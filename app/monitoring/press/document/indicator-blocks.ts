import { facts, heading, paragraph, plainList, type ModelBlock } from '#app/documents/model/model.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { titleOf, type EvidenceItem } from '#app/monitoring/cards/evidence.ts';
import { answerWords, instantDay, requirementWords, scoreWords } from '#app/monitoring/cards/score-words.ts';
import type { ScorecardArea, ScorecardIndicator } from '#app/monitoring/cards/scorecard-document.ts';
import type { CardContext } from './card-context.ts';

/** Every indicator of an area in the order of the method, each with all that a reader needs to check it. */
export function indicatorBlocks(area: ScorecardArea, context: CardContext): ModelBlock[] {
  const { say, document } = context;
  return [
    heading(3, `${say(area.name)}: ${scoreWords(context, area.score.display)}`),
    ...document.indicators
      .filter((indicator) => indicator.area === area.id)
      .flatMap((indicator) => indicatorBlock(indicator, context)),
  ];
}

function indicatorBlock(indicator: ScorecardIndicator, context: CardContext): ModelBlock[] {
  const { t, say } = context;
  const { scale, level, state } = indicator;
  const chosen = scale.levels.find((each) => each.value === level);
  return [
    heading(4, `${indicator.id}. ${say(indicator.question)}`),
    paragraph(
      `${chosen ? say(chosen) : t(indicator.incomplete ? 'monitoring.means.incomplete' : `monitoring.means.${state}`)}`,
      { label: `${capital(answerWords(context, indicator))}.` },
    ),
    paragraph(
      `${capital(requirementWords(context, indicator.requirement))}, ${t('monitoring.weight.n', { weight: indicator.weight })}.`,
      { look: 'note' },
    ),
    facts([
      [t('publication.corrections.reason'), indicator.reason],
      [t('publication.reply'), replyWords(indicator, context)],
      [t('format.card.codings'), codingWords(indicator, context)],
      [
        t('monitoring.coders'),
        indicator.coder && indicator.codedAt
          ? t('monitoring.coded-by', { name: indicator.coder, date: instantDay(context.locale, indicator.codedAt) })
          : '',
      ],
      ...(indicator.evidence.length === 0 ? [[t('monitoring.evidence'), t('monitoring.evidence.none')] as const] : []),
    ]),
    ...(indicator.evidence.length === 0
      ? []
      : [
          paragraph(t('monitoring.evidence'), { look: 'note', staysWithNext: true }),
          plainList(indicator.evidence.map((item) => evidenceWords(item, context))),
        ]),
  ];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Title, address, place in it, when it was seen, and the hash of the kept copy in full. */
function evidenceWords(item: EvidenceItem, { t, locale }: CardContext): string {
  const title = titleOf(item);
  return [
    title,
    item.isPlatform ? t('fieldwork.evidence.platform') : '',
    item.url && item.url !== title ? item.url : '',
    item.place,
    t('monitoring.evidence.captured', { time: formatDateTime(locale, new Date(item.capturedAt)) }),
    item.file ? `${item.file.name}, SHA-256 ${item.file.hash}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Reply in full with what the team decided, or that none came in time; nothing where the office was not asked. */
function replyWords({ reply }: ScorecardIndicator, { t, locale }: CardContext): string {
  if (!reply) return '';
  if (reply.stance === null) return t('publication.reply.silence', { date: instantDay(locale, reply.until) });
  return [
    `${instantDay(locale, reply.at ?? reply.until)}: ${t(`publication.reply.stance.${reply.stance}`, { level: reply.level ?? 0 })}`,
    reply.text,
    reply.files.length > 0
      ? t('publication.reply.files', { names: reply.files.map((file) => file.name).join(', ') })
      : '',
    reply.decision
      ? `${t(`publication.reply.${reply.decision.outcome}`, { date: instantDay(locale, reply.decision.at) })} ${reply.decision.reason}`
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function codingWords({ codings, adjudication }: ScorecardIndicator, { t, locale }: CardContext): string {
  if (codings.length < 2) return '';
  const each = codings.map(({ coder, state, level, reason }) =>
    `${coder}: ${state === 'scored' ? t('monitoring.level.n', { level: level ?? 0 }) : t(`monitoring.state.${state}`)}. ${reason}`.trim(),
  );
  return [
    ...each,
    adjudication
      ? `${t('publication.adjudicated', { name: adjudication.by, date: instantDay(locale, adjudication.at) })} ${adjudication.reason}`
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}
