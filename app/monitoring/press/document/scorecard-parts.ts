import { facts, paragraph, plainList, table, type ModelBlock } from '#app/documents/model/model.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { likeRows, sizeClassOf } from '#app/monitoring/cards/edition-table.ts';
import { mixed } from '#app/monitoring/scoring/mixed-number.ts';
import type { PressPack } from '../press-pack.ts';
import { askedWords } from '#app/monitoring/cards/asked-words.ts';
import { agreementWords } from '#app/monitoring/cards/reliability-words.ts';
import { tieWords } from '#app/monitoring/cards/tie-words.ts';
import { instantDay, kindWords, ranksShort, scoreWords } from '#app/monitoring/cards/score-words.ts';
import type { CardContext } from './card-context.ts';

/** What the office said, an indicator a row; the words themselves stand beside each indicator. */
export function replies({ t, locale, document }: CardContext): ModelBlock[] {
  const asked = document.indicators.filter(({ reply }) => reply !== null);
  const asking = paragraph(askedWords(document, { t, locale }));
  if (asked.length === 0) return [asking];
  const rows = asked.flatMap(({ id, reply }) =>
    reply === null
      ? []
      : [
          [
            id,
            reply.stance === null
              ? t('publication.reply.silence', { date: instantDay(locale, reply.until) })
              : `${instantDay(locale, reply.at ?? reply.until)}: ${t(`publication.reply.stance.${reply.stance}`, { level: reply.level ?? 0 })}`,
            reply.decision
              ? t(`publication.reply.${reply.decision.outcome}`, { date: instantDay(locale, reply.decision.at) })
              : '–',
          ],
        ],
  );
  return [
    asking,
    table('', [t('monitoring.indicator'), t('publication.reply'), t('format.card.decision')], rows, {
      rowHeadings: true,
      widths: [14, 46, 40],
    }),
  ];
}

/** How much was coded twice, and how far two coders agree in each area. */
export function reliability({ t, locale, say, document }: CardContext): ModelBlock[] {
  const { reliability: measured, areas } = document;
  const percent =
    measured.answered === 0 ? 0 : Math.round((100 * (measured.twice ?? measured.pairs)) / measured.answered);
  if (percent === 0) return [paragraph(t('publication.double.none'))];
  const nameOf = (id: string) => say(areas.find((each) => each.id === id)?.name ?? { pl: id, en: id });
  return [
    facts([
      [t('publication.double'), t('publication.double.share', { percent })],
      ...measured.areas.map((area) => [nameOf(area.area), agreementWords(area, { t, locale })] as const),
    ]),
    paragraph(t('publication.double.note'), { look: 'note' }),
  ];
}

export function people({ t, document: { fieldwork, edition } }: CardContext): ModelBlock[] {
  return [
    facts([
      [t('format.card.team'), edition.team.name],
      [t('monitoring.coders'), fieldwork.coders.join(', ') || t('monitoring.none')],
      [t('publication.reviewers'), fieldwork.reviewers.join(', ')],
      [t('publication.interests'), tieWords(fieldwork, t)],
      [t('format.card.contact'), edition.team.contact],
    ]),
    ...(fieldwork.borderWaived ? [paragraph(t('publication.border-waived'), { look: 'note' })] : []),
  ];
}

/** The sum that a reader can do again by hand: weights earned by weights counted, then the mean of the areas. */
export function calculation(context: CardContext): ModelBlock[] {
  const { t, locale, say, document } = context;
  const { areas, indicators, total } = document;
  const head = [
    t('monitoring.indicator'),
    t('monitoring.weight'),
    t('monitoring.level.head'),
    t('monitoring.sum.earned'),
  ];
  const tables = areas.map((area) =>
    table(
      say(area.name),
      head,
      [
        ...indicators
          .filter((indicator) => indicator.area === area.id)
          .map(({ id, weight, earned, state, level, scale }) => [
            id,
            earned === null ? `(${weight})` : String(weight),
            state === 'scored'
              ? t('monitoring.level.short', { level: level ?? 0, max: scale.max })
              : t(`monitoring.state.${state}`),
            earned === null ? '–' : mixed(earned),
          ]),
        [
          t('monitoring.sum.area'),
          mixed(area.counted),
          `100 × ${mixed(area.earned)} : ${mixed(area.counted)}`,
          `${mixed(area.earned)} → ${scoreWords(context, area.score.display)}`,
        ],
      ],
      { rowHeadings: true, figures: [1, 2, 3], widths: [30, 14, 32, 24] },
    ),
  );
  const sum =
    total.display === null
      ? t('monitoring.no-score')
      : t('monitoring.sum.total', {
          areas: areas.map((area) => scoreWords(context, area.score.display)).join(' + '),
          n: areas.length,
        });
  return [
    paragraph(t('monitoring.sum.note'), { look: 'note' }),
    ...tables,
    paragraph(scoreWords(context, total.display), { label: `${sum}:` }),
    ...(total.display !== null && total.exact
      ? [
          paragraph(
            t('monitoring.sum.exact', {
              exact: total.exact,
              value: localDecimal(locale, (total.value ?? 0).toFixed(4)),
            }),
            { look: 'note' },
          ),
        ]
      : []),
  ];
}

export function likeMunicipalities(context: CardContext): ModelBlock[] {
  const {
    t,
    document: { municipality },
    manifest,
  } = context;
  const like = likeRows(manifest, municipality);
  if (like.length < 2) return [paragraph(t('monitoring.like.none'))];
  const size = sizeClassOf(municipality.population);
  return [
    table(
      t('monitoring.like.caption', {
        kind: kindWords(context, municipality.kind),
        size: size ? t(`monitoring.size.${size}`) : '',
      }),
      [t('monitoring.municipality'), t('monitoring.score'), t('monitoring.ranks.head')],
      like.map((row) => [
        row.name,
        scoreWords(context, row.total.display),
        row.standing ? ranksShort(row.standing) : '–',
      ]),
      { rowHeadings: true, figures: [1, 2] },
    ),
  ];
}

/** Addresses in full: paper has no links. */
export function takeAway(pack: PressPack, { t, locale }: CardContext): ModelBlock[] {
  const origin = new URL(pack.url).origin;
  return [
    facts([
      [t('publication.sentence'), pack.sentences[locale]],
      [t('publication.permalink'), pack.url],
      [t('publication.citation'), pack.apa],
      [t('publication.embed'), pack.embedUrl],
      ...(pack.hash ? [[t('monitoring.hash'), pack.hash] as const] : []),
    ]),
    ...(pack.isCovered ? [paragraph(t('redaction.hash-note.edition'), { look: 'note' })] : []),
    plainList(pack.files.map((file) => `${t(`publication.file.${file.key}`)}, ${file.kind}: ${origin}${file.href}`)),
  ];
}
