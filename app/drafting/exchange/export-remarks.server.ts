import { inForceOf } from '../state/ruling-history.ts';
import { stateKeys, type RemarkState } from '#app/drafting/state/remark-state.ts';
import { filerOf } from '#app/drafting/state/filer.ts';
import { isGiven } from '#app/drafting/state/signature.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { TableShape } from '#app/publishing/csv/table-shape.ts';
import { csvHead, type CsvCell } from '#app/publishing/csv/write-csv.ts';
import { writeRows } from '#app/publishing/csv/write-table.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { readAtOneMoment } from '#app/db/one-moment.server.ts';
import { consultationScope, talkOf } from '#app/db/revision.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import { translate, translator } from '#app/i18n/translate.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { placeWords } from '../remarks/filed-place.ts';
import { filedPlaces, type FiledPlaces } from '../remarks/filed-places.server.ts';
import { channelKeys, type Channel } from '../state/channels.ts';
import { endingOf } from '#app/uploads/file-kind.ts';
import { attachmentKeys, type AttachmentKind } from '../attachments/attachment.ts';
import { officeColumns } from './remark-columns.ts';

const fullColumns = [
  'numer',
  'pismo',
  'punkt',
  'oznaczenie_uwagi',
  'data_wplywu',
  'kanal',
  'po_terminie',
  'zglaszajacy',
  'organizacja',
  'potwierdzenie_nazwy',
  'jednostki',
  'obszar',
  'kategoria_wiodaca',
  'rodzaj',
  'tresc_uwagi',
  'proponowane_zmiany',
  'stan',
  'propozycja_rozpatrzenia',
  'uzasadnienie',
  'data_rozstrzygniecia',
  'wersja_po_zmianie',
  'grupa',
  'poparcie',
  'sprzeciw',
  'ponowione_z_pisma',
  'wczesniejsze_stanowiska',
  'jednostki_dzis',
  'od_kogo',
  'zalaczniki',
] as const;

export const remarksShape: TableShape = {
  figures: ['numer', 'pismo', 'punkt', 'wersja_po_zmianie', 'grupa', 'poparcie', 'sprzeciw', 'ponowione_z_pisma'],
  days: ['data_wplywu', 'data_rozstrzygniecia'],
};

const select = {
  number: true,
  point: true,
  sign: true,
  filedAt: true,
  channel: true,
  organisation: true,
  place: true,
  category: true,
  kind: true,
  reason: true,
  state: true,
  group: { select: { number: true } },
  filing: {
    select: {
      number: true,
      isLate: true,
      refiledFrom: { select: { number: true } },
      attachments: {
        where: { removedAt: null },
        orderBy: { number: 'asc' },
        select: { number: true, kind: true, fileType: true, fileHash: true },
      },
    },
  },
  supports: { select: { stance: true } },
  againstVersion: true,
  operations: {
    orderBy: { seq: 'asc' },
    select: { op: true, clauseId: true, targetClauseId: true, after: true, rest: true },
  },
  rulings: {
    select: {
      decision: true,
      decisionWords: true,
      reason: true,
      madeAt: true,
      resultVersion: true,
      correctionReason: true,
      replacedAt: true,
    },
  },
} as const;

/** Remarks read and written at once: what the database answers is unpacked between other requests. */
const batch = 500;

/**
 * The register as CSV, oldest first, as it was at one moment. `office`: the six columns of the offices' own lists; what was imported from such a list
 * comes back as it was. `full`: everything that is public; private people are named by nobody. Throws not-found.
 */
export function exportRemarks(db: Db, input: { slug: string; layout: 'office' | 'full' }): Promise<string> {
  return readAtOneMoment(db, [consultationScope(input.slug), talkOf(input.slug)], (at) => writeRegister(at, input));
}

async function writeRegister(db: Db, input: { slug: string; layout: 'office' | 'full' }): Promise<string> {
  const draft = await loadDraft(db, { slug: input.slug });
  const pieces = [csvHead(input.layout === 'office' ? officeColumns : fullColumns)];
  for (let after = 0, last = batch; last === batch;) {
    const remarks = await db.remark.findMany({
      where: { consultationId: draft.consultationId, number: { gt: after } },
      orderBy: { number: 'asc' },
      take: batch,
      select,
    });
    last = remarks.length;
    after = remarks.at(-1)?.number ?? after;
    const places = await filedPlaces(
      db,
      draft,
      remarks.map(({ againstVersion }) => againstVersion),
    );
    pieces.push(await writeRows(remarks.map((remark) => rowOf(remark, { places, layout: input.layout }))));
  }
  return pieces.join('');
}

type Row = Prisma.RemarkGetPayload<{ select: typeof select }>;

function rowOf(remark: Row, { places, layout }: { places: FiledPlaces; layout: 'office' | 'full' }): CsvCell[] {
  const { ruling, earlier } = inForceOf(remark.rulings);
  const placeOf = (clauseId: string) => places.of(clauseId, remark.againstVersion);
  const wordsOf = (clauseId: string | null) =>
    clauseId === null ? '' : placeWords(translator('pl'), placeOf(clauseId)).replace(/\u00a0/g, ' ');
  const ids = remark.operations.map(({ clauseId }) => clauseId);
  const stateWords = translate('pl', stateKeys[remark.state as RemarkState]);
  const decision = ruling ? (ruling.decisionWords ?? stateWords) : remark.state === 'withdrawn' ? stateWords : '';
  const sign = remark.sign ?? String(remark.number);
  if (layout === 'office')
    return [
      dayOf(remark.filedAt),
      sign,
      remark.place ?? listed(ids.map(wordsOf)),
      decision,
      ruling?.reason ?? '',
      remark.category ?? '',
    ];
  const stances = (stance: string) => remark.supports.filter((support) => support.stance === stance).length;
  return [
    remark.number,
    remark.filing.number,
    remark.point,
    sign,
    dayOf(remark.filedAt),
    translate('pl', channelKeys[remark.channel as Channel]),
    remark.filing.isLate ? 'tak' : 'nie',
    remark.organisation ? '' : 'osoba fizyczna',
    remark.organisation,
    remark.organisation && isGiven(remark.channel) ? translate('pl', 'register.given.short') : '',
    listed(ids.map((clauseId) => placeOf(clauseId).filed)),
    remark.place,
    remark.category,
    remark.kind === 'amendment' ? 'poprawka' : 'uwaga',
    remark.reason,
    remark.operations
      .filter(({ op }) => op !== 'none')
      .map(({ op, clauseId, targetClauseId, after, rest }) =>
        [wordsOf(clauseId), op, wordsOf(targetClauseId), after, rest].filter(Boolean).join(': '),
      )
      .join('\n')
      .replace(/\u00a0/g, ' '),
    stateWords,
    decision,
    ruling?.reason ?? null,
    ruling ? dayOf(ruling.madeAt) : null,
    ruling?.resultVersion ?? null,
    remark.group?.number ?? null,
    stances('support'),
    stances('objection'),
    remark.filing.refiledFrom?.number ?? null,
    earlier
      .map(({ decision: before, decisionWords, reason, madeAt, why }) =>
        translate('pl', 'correct.earlier', {
          state: decisionWords ?? translate('pl', stateKeys[before as RemarkState]),
          on: dayOf(madeAt),
          reason,
          why,
        }),
      )
      .join('\n'),
    // Empty where nothing is called otherwise than when it was filed.
    ids.some((clauseId) => placeOf(clauseId).today !== null)
      ? listed(ids.map((clauseId) => placeOf(clauseId).today ?? placeOf(clauseId).filed))
      : '',
    filerWords[filerOf({ channel: remark.channel, isOrganisation: remark.organisation !== null })],
    remark.filing.attachments
      .map(({ number, kind, fileType, fileHash }) =>
        [
          `${number}. ${translate('pl', attachmentKeys[kind as AttachmentKind])}`,
          endingOf(fileType),
          `SHA-256 ${fileHash}`,
        ].join(', '),
      )
      .join('\n'),
  ];
}

const filerWords = { residents: 'mieszkaniec', organisations: 'organizacja', office: 'urząd' } as const;

function listed(names: readonly string[]): string {
  return [...new Set(names)]
    .filter(Boolean)
    .join(', ')
    .replace(/\u00a0/g, ' ');
}
