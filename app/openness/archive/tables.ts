/**
 * What an archive holds, table by table in the order in which rows can be put in again. A column is named either in
 * `columns` or in `withheld`; a test compares both with the database, so that a new column is a decision, not an accident.
 */
export type ArchiveTable = {
  name: string;
  /** Which rows: of the municipality by its code, of its consultations, of editions that measured it. */
  of: 'municipality' | 'edition' | 'methodology' | 'team' | 'chain';
  columns: readonly string[];
  /** Contacts, accounts, words from before they were blacked out, and what only the office needs. */
  withheld: readonly string[];
  /** Further condition, in SQL over the table's own columns. */
  only?: string;
  /** Columns that go out otherwise than they stand, in SQL over the table's own columns. */
  as?: Readonly<Record<string, string>>;
  /** Column that holds an account: put in again as one without a name that nobody can sign in to. */
  people?: readonly string[];
};

/**
 * Released editions that measured the municipality, as a condition on a column that names an edition; $1 is its code, $2 the moment. One of
 * which anything was withdrawn goes into no archive: the record of its field work and its earlier tables hold what was withdrawn.
 */
export const releasedEditions = `(select e.id from "Edition" e join "EditionUnit" u on u."editionId" = e.id where u.teryt = $1 and e.state = 'frozen' and e."publishedAt" <= $2::timestamptz and not exists (select 1 from "EditionChange" c where c."editionId" = e.id and c.kind = 'withdrawal' and c.state = 'done'))`;

const words = (text: string) => text.trim().split(/\s+/);
const table = (
  name: string,
  columns: string,
  rest: Partial<Omit<ArchiveTable, 'name' | 'columns' | 'withheld'>> & { withheld?: string } = {},
): ArchiveTable => ({
  name,
  of: 'municipality',
  ...rest,
  columns: words(columns),
  withheld: rest.withheld ? words(rest.withheld) : [],
});

/** Lines of the record that pages show or that tell how a public thing came about. */
const publicEvents = [
  'consultation-published',
  'terms-changed',
  'facts-corrected',
  'text-edited',
  'comment-added',
  'remark-filed',
  'remark-withdrawn',
  'attachment-added',
  'attachment-shown',
  'attachment-hidden',
  'attachment-removed',
  'remark-decided',
  'ruling-corrected',
  'rulings-released',
  'remark-carried',
  'remark-confirmed',
  'remark-rewritten',
  'remark-left-group',
  'remark-ungrouped',
  'meeting-added',
  'meeting-changed',
  'meeting-cancelled',
  'report-published',
  'unified-frozen',
  'unified-reopened',
  'text-adopted',
  'adopted-corrected',
  'words-covered',
  'words-uncovered',
  'covering-confirmed',
];

const publicBoard = `"boardId" in (select b.id from "Board" b where b.access = 'public')`;

export const archiveTables: readonly ArchiveTable[] = [
  table('Municipality', 'teryt name kind county countyRights voivodeship population areaKm2 isDemo searchKey stateOn'),
  table(
    'Consultation',
    'id teryt slug title summary head numbering opensAt closesAt answersDueAt sentAt adoptedOn actKind fourEyes version nextRemark nextClause nextGroup samePeople isDemo publishedAt createdById',
    { people: ['createdById'] },
  ),
  table(
    'TermChange',
    'id teryt consultationId opensBefore opensAfter closesBefore closesAfter answersDueBefore answersDueAfter reason madeById madeByName madeAt',
    { people: ['madeById'] },
  ),
  table(
    'FactsChange',
    'id teryt consultationId titleBefore titleAfter summaryBefore summaryAfter kindBefore kindAfter basisBefore basisAfter reason madeById madeByName madeAt',
    { people: ['madeById'] },
  ),
  table('Version', 'id teryt consultationId number kind rulingId note changes hash createdById createdAt', {
    people: ['createdById'],
  }),
  table('Clause', 'id teryt consultationId code mergedIntoId mergedVersion splitFromId createdAt'),
  table('ClauseRevision', 'id teryt consultationId clauseId version heading text createdAt'),
  table(
    'ClausePlacement',
    'id teryt consultationId clauseId revisionId parentClauseId type label number quoted orderKey fromVersion toVersion',
  ),
  table('RemarkGroup', 'id teryt consultationId number title createdById createdAt revision', {
    people: ['createdById'],
  }),
  table(
    'Filing',
    'id teryt consultationId number channel authorName organisation receivedAt filedAt isLate refiledFromId personNo locale',
    { withheld: 'authorId privateName contactEmail contactAddress contactPhone caseSign enteredById enteredByName' },
  ),
  table(
    'Attachment',
    'id teryt consultationId filingId number kind fileHash fileType fileSize isPublic revision byOffice addedAt removedAt',
    { withheld: 'fileName addedById' },
  ),
  table(
    'Remark',
    'id teryt consultationId filingId point number kind channel authorName organisation reason place category sign againstVersion state fit groupId filedAt revision isDemo',
    { withheld: 'authorId likeness nearKey nearRuns assignedToId assignedToName dueAt' },
  ),
  table(
    'RemarkOperation',
    'id teryt consultationId remarkId seq op clauseId baseRevisionId before quote after targetClauseId targetRevisionId rest insertType carriedAfter carriedRest carriedRevisionId fit conflicts',
  ),
  table('OperationWording', 'id teryt consultationId operationId kind version revisionId after rest at'),
  table(
    'Ruling',
    'id teryt consultationId remarkId decision decisionWords reason groupId finalText againstVersion resultVersion clauseIds place madeById madeByName draftedByName madeAt correctsId correctionReason replacedAt',
    { withheld: 'draftedById', people: ['madeById'] },
  ),
  // Who supports what is nobody's business: every support gets an owner of its own when it is put in again.
  table('Support', 'id teryt consultationId remarkId stance wordingHash version createdAt givenAt', {
    withheld: 'userId',
  }),
  table(
    'Comment',
    'id teryt consultationId clauseId revisionId remarkId quote parentId authorId authorName organisation byOffice body createdAt isDemo',
    // Whoever wrote for an organisation is not named, also where an earlier comment kept the name.
    { people: ['authorId'], as: { authorName: `case when organisation is null then "authorName" else '' end` } },
  ),
  table(
    'Meeting',
    'id teryt consultationId form title startsAt endsAt place attendance minutes revision createdById createdAt cancelledAt',
    { people: ['createdById'] },
  ),
  table('ReportDetails', 'consultationId teryt json revision updatedById updatedAt', { people: ['updatedById'] }),
  table('Report', 'id teryt consultationId number version json hash note madeById madeByName madeAt', {
    people: ['madeById'],
  }),
  table(
    'UnifiedText',
    'id teryt consultationId version state text hash checks proposedById proposedByName proposedAt frozenById frozenByName frozenAt',
    { only: `state <> 'proposed'`, people: ['proposedById', 'frozenById'] },
  ),
  table(
    'AdoptedText',
    'id teryt unifiedId sign adoptedOn text hash number reason enteredById enteredByName enteredAt',
    { people: ['enteredById'] },
  ),
  table(
    'OfficeDraft',
    'id teryt consultationId kind state input print reason draftedById draftedByName reviewedById reviewedByName reviewedAt result revision createdAt',
    { only: `state = 'approved'`, withheld: 'returnNote', people: ['draftedById', 'reviewedById'] },
  ),
  // What was covered, when and on what ground; the words are withheld with the tables that hold them.
  table(
    'Redaction',
    'id teryt consultationId editionId subjectType subjectId number ground note isWhole marks madeById madeByName madeAt needsSecond confirmedById confirmedByName confirmedAt undoneAt undoneByName undoReason',
    {
      only: `("editionId" is null or "editionId" in ${releasedEditions})`,
      people: ['madeById', 'confirmedById'],
    },
  ),
  table('Event', 'id teryt consultationId kind subjectType subjectId data at', {
    withheld: 'actorId editionId',
    only: `"consultationId" is not null and kind in (${publicEvents.map((kind) => `'${kind}'`).join(', ')})`,
  }),
  // Of surveys what was asked and what it came to; answers one by one and sheets of paper stay, so that nobody can be found among few.
  table(
    'Survey',
    'id teryt consultationId slug title titleEn lead leadEn state answeredBy onWeb kiosk paper opensAt closesAt version revision facts createdById createdAt publishedAt isDemo',
    { only: `state <> 'draft'`, people: ['createdById'] },
  ),
  table('SurveyVersion', 'id teryt surveyId number definition publishedAt reason', {
    only: `"publishedAt" is not null`,
  }),
  table('SurveyChange', 'id teryt surveyId kind reason data madeById madeByName madeAt', { people: ['madeById'] }),
  table('SurveyResult', 'id teryt surveyId version revision answers json takenAt'),
  // Boards that everybody may see, without who wrote what; marks once the weighing is over.
  table(
    'Board',
    'id teryt slug consultationId unitName openedAs openedBy title question access marksEach opensAt closesAt revision nextCard nextGroup createdById createdAt isDemo',
    { only: `access = 'public'`, withheld: 'teamId organisationName code', people: ['createdById'] },
  ),
  table('BoardPhase', 'id teryt boardId phase openedAt openedById closedAt closedById', {
    only: publicBoard,
    people: ['openedById', 'closedById'],
  }),
  table('BoardChange', 'id teryt boardId before after reason madeById madeAt', {
    only: publicBoard,
    people: ['madeById'],
  }),
  table('BoardParticipant', 'id teryt boardId revision createdAt', {
    only: publicBoard,
    withheld: 'secretHash userId name',
  }),
  table('BoardGroup', 'id teryt boardId number name note revision createdById createdAt', {
    only: publicBoard,
    people: ['createdById'],
  }),
  table(
    'BoardCard',
    'id teryt boardId number kind view phase text signature enteredById slip groupId mergedIntoId hiddenAt createdAt',
    {
      only: publicBoard,
      withheld: 'writerId hiddenById hiddenReason onceKey',
      as: {
        text: `case when "hiddenAt" is null then text else '' end`,
        signature: `case when "hiddenAt" is null then signature else '' end`,
      },
      people: ['enteredById'],
    },
  ),
  table('BoardAttachment', 'id teryt boardId fromId toId createdAt removedAt', { only: publicBoard }),
  table('BoardMark', 'id teryt boardId cardId participantId count', {
    only: `${publicBoard} and not exists (select 1 from "BoardPhase" p where p."boardId" = "BoardMark"."boardId" and p.phase = 'weighing' and p."closedAt" is null)`,
  }),
  table(
    'Ground',
    'id teryt consultationId clauseId revisionId kind sourceId label figure address takenOn createdById createdAt removedAt removedById removedReason',
    { people: ['createdById', 'removedById'] },
  ),
  table('Methodology', 'id key version json hash createdAt', { of: 'methodology', withheld: 'teamId' }),
  table('Team', 'id slug name contact isDemo createdAt', { of: 'team' }),
  table(
    'Edition',
    'id slug teamId methodologyId titlePl titleEn measuredFrom measuredTo state publishedAt issue seed isDemo createdAt doubleShare doubleSeed fieldwork fieldworkHash',
    { of: 'edition', withheld: 'publishedById' },
  ),
  table('EditionIssue', 'id editionId issue manifest manifestHash createdAt', { of: 'edition' }),
  table('EditionFile', 'id editionId teryt path issue type body hash', { of: 'edition' }),
  table(
    'Correction',
    'id teryt editionId indicator issue before after reason madeById madeByName madeAt approvedById approvedByName',
    {
      of: 'edition',
      people: ['madeById', 'approvedById'],
    },
  ),
  table('EditionUnit', 'id editionId teryt', { of: 'edition' }),
  // The chains of the record as they were: what each link sealed stays here with the words it was made of.
  table('RecordLink', 'scope n batch kind previous content hash', { of: 'chain', withheld: 'at' }),
  table('Scorecard', 'id teryt editionId issue json hash createdAt', { of: 'edition' }),
];

/** Files of an archive by their path in the folder: all that are text. */
export type ArchiveFiles = Map<string, string>;

/** Bytes of an attached file by its path in the folder, one at a time: together they may be more than memory holds. Null when it is not there. */
export type ReadAttached = (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;

export type Row = Record<string, unknown>;
