import { z } from 'zod';
import { filers } from '#app/drafting/state/filer.ts';
import { decisions, remarkStates } from '#app/drafting/state/remark-state.ts';
import { apiUrl, id, instant, label, listOf, municipalityRef, pageUrl, sha256, teryt, text, whole } from './common.ts';

export const municipality = z
  .object({
    teryt,
    name: text('Jurowice'),
    kind: z.enum(['urban', 'rural', 'urban-rural']).meta({ example: 'rural' }),
    county: text('jurowicki'),
    voivodeship: text('śląskie'),
    countyRights: z.boolean().meta({ example: false }),
    population: z.int().nullable().meta({ example: 14600 }),
    areaKm2: z.number().nullable().meta({ example: 91.2 }),
    stateOn: z.string().meta({ description: 'Date of the register the row was taken from.', example: '2023-01-01' }),
    isDemo: z.boolean().meta({ description: 'Invented, for demonstration.', example: true }),
    url: pageUrl('/gminy/2464011'),
    links: z.object({
      consultations: apiUrl('/consultations?teryt=2464011'),
      calendar: pageUrl('/gminy/2464011.ics'),
      feed: pageUrl('/gminy/2464011.atom'),
    }),
  })
  .meta({ id: 'Municipality' });

const stages = ['preparation', 'open', 'deciding', 'closed', 'sent', 'adopted'] as const;

const kindCounts = z.object({ remarks: whole(10), amendments: whole(25) });

export const consultation = z
  .object({
    id: id(),
    slug: text('zasady-konsultacji'),
    title: text('Zasady konsultacji z mieszkańcami'),
    summary: text('Jak urząd pyta mieszkańców o zdanie.'),
    municipality: municipalityRef,
    stage: z.enum(stages).meta({
      description:
        'By the clock: announced, open for remarks, waiting for rulings, over, text for the council closed, adopted.',
      example: 'open',
    }),
    stageLabel: label('Uwagi i poprawki'),
    opensAt: instant('2026-11-02T07:00:00.000Z'),
    closesAt: instant('2026-11-30T22:59:00.000Z'),
    answersDueAt: instant('2026-12-30T22:59:00.000Z'),
    publishedAt: instant('2026-11-02T06:00:00.000Z'),
    version: z.int().min(1).meta({ description: 'Number of the newest version of the text.', example: 3 }),
    counts: z.object({
      remarks: whole(12),
      amendments: whole(30),
      comments: whole(41),
      waiting: z.int().meta({ description: 'Remarks and amendments without a ruling.', example: 5 }),
      accepted: z.int().meta({ description: 'Accepted, in whole or in part.', example: 9 }),
      by: z.object({ residents: kindCounts, organisations: kindCounts, office: kindCounts }).meta({
        description: '`remarks` and `amendments` by who filed them; `office` is the municipal office itself.',
      }),
    }),
    isDemo: z.boolean().meta({ example: true }),
    url: pageUrl('/konsultacje/zasady-konsultacji'),
    links: z.object({
      versions: apiUrl('/consultations/zasady-konsultacji/versions'),
      clauses: apiUrl('/consultations/zasady-konsultacji/clauses'),
      remarks: apiUrl('/consultations/zasady-konsultacji/remarks'),
      rulings: apiUrl('/consultations/zasady-konsultacji/rulings'),
      reports: apiUrl('/consultations/zasady-konsultacji/reports'),
      text: pageUrl('/konsultacje/zasady-konsultacji/tekst.txt'),
      calendar: pageUrl('/konsultacje/zasady-konsultacji.ics'),
      feed: pageUrl('/konsultacje/zasady-konsultacji.atom'),
    }),
  })
  .meta({ id: 'Consultation' });

export const version = z
  .object({
    id: id(),
    number: z.int().min(1).meta({ example: 2 }),
    kind: z.enum(['import', 'ruling', 'editorial']).meta({ example: 'ruling' }),
    note: z.string().meta({ description: 'What the office wrote about it; empty for a ruling.', example: '' }),
    changes: z.array(z.object({ op: text('replace'), citation: text('§ 2 ust. 1') })),
    remark: z
      .int()
      .nullable()
      .meta({ description: 'Number of the remark whose ruling made it; of several the first.', example: 4 }),
    remarks: z
      .array(z.int())
      .meta({ description: 'Numbers of all remarks whose rulings were released in it.', example: [4] }),
    sha256: sha256().meta({ description: 'Of the text of this version, UTF-8.' }),
    isRedacted: z.boolean().meta({
      description: 'Words of the text were redacted since: `sha256` is of the text before, which the office keeps.',
      example: false,
    }),
    createdAt: instant(),
    url: pageUrl('/konsultacje/zasady-konsultacji/wersje/2'),
  })
  .meta({ id: 'Version' });

export const versionWithText = version
  .extend({
    text: z.string().meta({ description: 'The whole act as it is printed.', example: 'UCHWAŁA NR …\n§ 1. …' }),
  })
  .meta({ id: 'VersionWithText' });

export const clause = z
  .object({
    id: id(),
    code: z.int().min(1).meta({ description: 'Stable over all versions, unlike the printed number.', example: 3 }),
    revision: z.uuid().meta({
      description: 'Of its words. A remark names the words it was written against.',
      example: '0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b11',
    }),
    citation: text('§ 2 ust. 1'),
    type: text('subsection'),
    label: z.string().meta({ description: 'Printed mark.', example: '1.' }),
    heading: text(''),
    text: text('Konsultacje trwają co najmniej 14 dni.'),
    parent: z.int().nullable().meta({ description: 'Code of the unit it stands under.', example: 2 }),
    depth: whole(1),
    quoted: z.boolean().meta({ description: 'Quoted text of an amending act.', example: false }),
    url: pageUrl('/konsultacje/zasady-konsultacji/j/3'),
  })
  .meta({ id: 'Clause' });

const clauseChange = z
  .object({
    version: z.int().meta({ example: 2 }),
    ways: z.array(z.enum(['words', 'place', 'number', 'in', 'out'])).meta({
      description: 'Other words, another place, another number, new in the text, out of it.',
      example: ['place', 'number'],
    }),
    remark: z.int().nullable().meta({ description: 'Whose ruling did it; null for the office itself.', example: 4 }),
    decision: z.enum(decisions).nullable().meta({ example: 'accepted' }),
    reason: text('Dłuższy termin ułatwi udział.'),
  })
  .meta({ id: 'ClauseChange' });

export const clauseWithHistory = clause
  .extend({
    isInForce: z.boolean().meta({ description: 'Part of the newest version.', example: true }),
    history: z.array(
      z.object({
        revision: z.uuid().meta({ example: '0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b11' }),
        version: z.int().meta({ description: 'That brought these words.', example: 2 }),
        heading: text(''),
        text: text('Konsultacje trwają co najmniej 14 dni.'),
      }),
    ),
    changes: z.array(clauseChange).meta({ description: 'What each version did to the clause, and why.' }),
  })
  .meta({ id: 'ClauseWithHistory' });

export const ruling = z
  .object({
    id: id(),
    remark: z.int().meta({ description: 'Number of the remark ruled on.', example: 4 }),
    decision: z.enum(decisions).meta({ example: 'accepted' }),
    decisionLabel: label('uwzględniona'),
    reason: text('Dłuższy termin ułatwi udział.'),
    againstVersion: z.int().meta({ example: 1 }),
    resultVersion: z.int().nullable().meta({ description: 'Version of the text that it made.', example: 2 }),
    madeBy: z.string().meta({ description: 'The official, in office.', example: 'Marta Wilk' }),
    madeAt: instant(),
    earlier: z
      .array(
        z.object({
          id: id(),
          decision: z.enum(decisions).meta({ example: 'not-accepted' }),
          reason: text('Termin wynika z uchwały.'),
          resultVersion: z.int().nullable().meta({ example: null }),
          madeBy: z.string().meta({ example: 'Marta Wilk' }),
          madeAt: instant(),
          correctedBecause: text('Pomyłka przy wpisywaniu.'),
        }),
      )
      .meta({ description: 'Rulings that this one corrects, the newest first, each with why it was corrected.' }),
    url: pageUrl('/konsultacje/zasady-konsultacji/uwagi/4'),
  })
  .meta({ id: 'Ruling' });

const change = z.object({
  op: z
    .enum(['replace', 'insert-after', 'delete', 'move', 'split', 'merge', 'none'])
    .meta({ description: '`none` only says which unit a remark is about.', example: 'replace' }),
  clause: z.int().meta({ description: 'Code of the clause.', example: 3 }),
  citation: z.string().nullable().meta({
    description: 'As the newest version numbers it; null when the clause is not in it.',
    example: '§ 2 ust. 1',
  }),
  citationAsFiled: z.string().meta({
    description:
      'As the version that the remark was filed against (`againstVersion`) numbers it: what its author wrote.',
    example: '§ 2 ust. 1',
  }),
  target: z.int().nullable().meta({
    description: 'move: the unit it goes after; merge: the unit taken in. Code of the clause.',
    example: null,
  }),
  targetAsFiled: z
    .string()
    .nullable()
    .meta({ description: 'The same as the version that the remark was filed against numbers it.', example: null }),
  quote: z.string().nullable().meta({ example: null }),
  before: text('Konsultacje trwają co najmniej 14 dni.'),
  after: z.string().nullable().meta({ example: 'Konsultacje trwają co najmniej 21 dni.' }),
  rest: z.string().nullable().meta({ description: 'split: words of the second unit.', example: null }),
  carriedAfter: z.string().nullable().meta({
    description: 'The wording as it applies to the newest version; null while in conflict.',
    example: 'Konsultacje trwają co najmniej 21 dni.',
  }),
  fit: z.enum(['unchanged', 'contained', 'adapted', 'conflict']).meta({ example: 'unchanged' }),
});

const author = z.object({
  kind: z.enum(['person', 'organisation']).meta({ example: 'organisation' }),
  name: z.string().nullable().meta({
    description: 'Of an organisation. Names of private people are not given out by machine.',
    example: 'Jawne Jurowice',
  }),
  nameConfirmed: z.boolean().nullable().meta({
    description:
      'False when a guest typed the name and nobody stands for it: show it as given and unconfirmed. Null where no name is given.',
    example: true,
  }),
});

export const remark = z
  .object({
    id: id(),
    number: z.int().min(1).meta({ description: 'In the register of the consultation.', example: 4 }),
    kind: z.enum(['remark', 'amendment']).meta({ example: 'amendment' }),
    state: z.enum(remarkStates).meta({ example: 'accepted' }),
    stateLabel: label('uwzględniona'),
    fit: z.enum(['unchanged', 'contained', 'adapted', 'conflict']).meta({ example: 'unchanged' }),
    filing: z.object({
      number: z.int().meta({ description: 'Of the letter it came in.', example: 4 }),
      point: z.int().meta({ example: 1 }),
      points: z.int().meta({ example: 1 }),
    }),
    channel: text('web'),
    filedBy: z.enum(filers).meta({
      description: 'Residents, organisations and the municipal office itself are counted apart.',
      example: 'residents',
    }),
    isLate: z.boolean().meta({ description: 'Reached the office after the end of remarks.', example: false }),
    author,
    filedAt: instant(),
    reason: z.string().meta({ description: 'The public wording.', example: 'Dwa tygodnie to za mało.' }),
    place: z.string().nullable().meta({ example: null }),
    category: z.string().nullable().meta({ example: null }),
    againstVersion: z.int().meta({ description: 'Version that it was filed against.', example: 1 }),
    changes: z.array(change),
    supports: whole(7),
    objections: whole(1),
    ruling: ruling.nullable(),
    url: pageUrl('/konsultacje/zasady-konsultacji/uwagi/4'),
  })
  .meta({ id: 'Remark' });

export const report = z
  .object({
    id: id(),
    number: z.int().min(1).meta({ example: 1 }),
    version: z.int().meta({ description: 'Of the text.', example: 3 }),
    sha256: sha256(),
    isRedacted: z.boolean().meta({
      description:
        'Words of the report were redacted since: `sha256` is of the document before, which the office keeps.',
      example: false,
    }),
    note: z.string().meta({ description: 'Why it replaces the one before.', example: '' }),
    madeBy: text('Marta Wilk'),
    madeAt: instant(),
  })
  .meta({ id: 'Report' });
export const reportWithDocument = report
  .extend({
    document: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The report, whose SHA-256 is given.', example: {} }),
  })
  .meta({ id: 'ReportWithDocument' });

export const municipalityList = listOf('Municipality', municipality);
export const consultationList = listOf('Consultation', consultation);
export const versionList = listOf('Version', version);
export const clauseList = listOf('Clause', clause);
export const remarkList = listOf('Remark', remark);
export const rulingList = listOf('Ruling', ruling);
export const reportList = listOf('Report', report);
