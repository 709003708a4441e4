import {
  type DocumentModel,
  facts,
  heading,
  type ModelBlock,
  paragraph,
  plainList,
  table,
} from '#app/documents/model/model.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { translator } from '#app/i18n/translate.ts';
import type { PressPack } from '../press-pack.ts';
import {
  bandRange,
  boundsWords,
  coverageWords,
  dayWords,
  instantDay,
  kindWords,
  intervalWords,
  notCompared,
  notDistinguishable,
  rangeWords,
  ranksWords,
  scoreWords,
  sourcesWords,
} from '#app/monitoring/cards/score-words.ts';
import { lastChange } from '#app/monitoring/cards/last-change.ts';
import type { EditionManifest, ScorecardDocument } from '#app/monitoring/cards/scorecard-document.ts';
import { indicatorBlocks } from './indicator-blocks.ts';
import { calculation, likeMunicipalities, people, reliability, replies, takeAway } from './scorecard-parts.ts';
import type { CardContext } from './card-context.ts';

/**
 * A scorecard as a document, in the eleven points of what a defensible card shows: edition, result, indicators, replies, reliability,
 * people, calculation, corrections, like municipalities, files, what is not measured.
 */
export function scorecardModel({
  document,
  manifest,
  pack,
  locale,
}: {
  document: ScorecardDocument;
  manifest: EditionManifest;
  pack: PressPack;
  locale: Locale;
}): DocumentModel {
  const t = translator(locale);
  const context: CardContext = { t, locale, say: (words) => words[locale], document, manifest };
  const { edition, municipality } = document;
  const title = t('monitoring.card.title', { name: municipality.name, edition: edition.title[locale] });
  const points: (readonly [string, ModelBlock[]])[] = [
    [t('format.card.edition'), editionFacts(context)],
    [t('monitoring.result'), result(context)],
    [t('monitoring.indicators'), document.areas.flatMap((area) => indicatorBlocks(area, context))],
    [t('format.card.replies'), replies(context)],
    [t('format.card.reliability'), reliability(context)],
    [t('format.card.people'), people(context)],
    [t('monitoring.sum'), calculation(context)],
    [t('format.card.corrections'), corrections(context)],
    [t('monitoring.like'), likeMunicipalities(context)],
    [t('format.card.files'), takeAway(pack, context)],
    [
      t('monitoring.not-measured'),
      [paragraph(t('monitoring.not-measured.text')), paragraph(t('monitoring.not-measured.compensates'))],
    ],
  ];
  return {
    language: locale,
    properties: {
      title,
      subject: edition.title[locale],
      creator: edition.team.name,
      keywords: `TERYT ${municipality.teryt}`,
      description: pack.url,
      date: lastChange(document),
    },
    blocks: [
      heading(1, municipality.name),
      paragraph(`${t('monitoring.card')}, ${edition.title[locale]}`, { look: 'lead' }),
      ...(edition.isDemo ? [paragraph(t('format.card.demo'), { look: 'note' })] : []),
      ...points.flatMap(([name, blocks], at) => [heading(2, `${at + 1}. ${name}`), ...blocks]),
    ],
  };
}

function editionFacts({ t, locale, say, document, manifest }: CardContext): ModelBlock[] {
  const { edition, municipality } = document;
  return [
    facts([
      [
        t('format.card.edition'),
        [
          say(edition.title),
          t('publication.issue', { issue: manifest.issue }),
          document.issue < manifest.issue ? t('publication.issue.card', { issue: document.issue }) : '',
        ]
          .filter(Boolean)
          .join(', '),
      ],
      [
        t('monitoring.municipality'),
        [
          t('monitoring.kind.municipality', { kind: kindWords({ t, locale }, municipality.kind) }),
          municipality.county,
          municipality.voivodeship,
          `TERYT ${municipality.teryt}`,
        ]
          .filter(Boolean)
          .join(', '),
      ],
      [
        t('monitoring.method'),
        `${say(edition.methodology.title)}, ${t('monitoring.method.version', { version: edition.methodology.version })}`,
      ],
      [
        t('format.card.measured'),
        `${dayWords(locale, edition.measuredFrom)} – ${dayWords(locale, edition.measuredTo)}`,
      ],
      [t('format.card.published'), instantDay(locale, edition.publishedAt)],
      [t('format.card.licence'), `${edition.licence.id}, ${edition.licence.url}`],
    ]),
  ];
}

function result(context: CardContext): ModelBlock[] {
  const { t, locale, say, document } = context;
  const { total, standing, band } = document;
  const bounds = boundsWords(context, total);
  const percent = (share: number) => Math.round(share * 100);
  const range = (score: typeof total) => boundsWords(context, score) ?? '–';
  return [
    ...(total.display === null
      ? [
          paragraph(t('monitoring.no-score'), { look: 'lead' }),
          paragraph(
            t('monitoring.no-score.text', {
              coverage: coverageWords(total.coverage),
              total: percent(document.minCoverageTotal),
              area: percent(document.minCoverageArea),
            }),
          ),
        ]
      : [
          paragraph(localDecimal(locale, total.display), { look: 'figure' }),
          paragraph(t('monitoring.of-100'), { look: 'note' }),
        ]),
    facts([
      [
        t('monitoring.rank-interval'),
        standing
          ? `${ranksWords(context, standing)} ${t('monitoring.of-ranked', { n: standing.of })}. ${intervalWords(context, standing, document)}`
          : '',
      ],
      [
        t('format.card.neighbours'),
        total.display === null
          ? ''
          : (notCompared(context, document) ?? (standing ? notDistinguishable(context, document) : '')),
      ],
      [
        t('monitoring.uncertainty.interval'),
        document.uncertainty
          ? `${rangeWords(context, document.uncertainty.from, document.uncertainty.to)}${document.uncertainty.shares ? ` ${t('monitoring.uncertainty.from', { sources: sourcesWords(context, document.uncertainty.shares) })}` : ''}`
          : '',
      ],
      [
        t('monitoring.band'),
        band
          ? `${band.id} (${bandRange(context, band)})${band.nearBorder ? `, ${t('monitoring.band.near')}` : ''}`
          : '',
      ],
      [t('monitoring.assessed'), `${coverageWords(total.coverage)} ${t('monitoring.assessed.weights')}`],
      [t('monitoring.bounds'), bounds && total.display !== null ? `${bounds}, ${t('monitoring.bounds.text')}` : ''],
    ]),
    table(
      t('monitoring.areas', { count: document.areas.length }),
      [t('monitoring.area'), t('monitoring.score'), t('monitoring.assessed'), t('monitoring.bounds')],
      document.areas.map((area) => [
        say(area.name),
        scoreWords(context, area.score.display),
        coverageWords(area.score.coverage),
        range(area.score),
      ]),
      { rowHeadings: true, figures: [1, 2, 3] },
    ),
  ];
}

function corrections({ t, locale, document }: CardContext): ModelBlock[] {
  if (document.corrections.length === 0) return [paragraph(t('publication.corrections.none'))];
  const answer = ({ state, level }: { state: keyof typeof states; level: number | null }) =>
    state === 'scored' ? t('monitoring.level.n', { level: level ?? 0 }) : t(states[state]);
  const total = (display: string | null) =>
    t('publication.corrections.total', { total: scoreWords({ t, locale }, display) });
  return [...document.corrections].reverse().flatMap((note) => [
    plainList([`${formatDateTime(locale, new Date(note.madeAt))}, ${note.indicator}`]),
    facts([
      [t('publication.corrections.before'), `${answer(note.before)}, ${total(note.total.before)}`],
      [t('publication.corrections.after'), `${answer(note.after)}, ${total(note.total.after)}`],
      [t('publication.corrections.reason'), note.reason],
      [t('publication.corrections.by'), note.madeBy],
      [t('publication.issue.head'), t('publication.corrections.old', { issue: note.issue - 1 })],
    ]),
  ]);
}

const states = {
  scored: 'monitoring.state.scored',
  not_applicable: 'monitoring.state.not_applicable',
  not_assessed: 'monitoring.state.not_assessed',
  withheld: 'monitoring.state.withheld',
} as const;
