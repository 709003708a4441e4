/** Kinds of texts in which words can be covered, each with its table and the columns that a person fills in. */
export type SubjectType =
  | 'consultation'
  | 'unit'
  | 'remark'
  | 'filing'
  | 'attachment'
  | 'comment'
  | 'meeting'
  | 'group'
  | 'term-change'
  | 'facts-change'
  | 'office-draft'
  | 'version'
  | 'report'
  | 'report-details'
  | 'unified'
  | 'adopted'
  | BeforeSubject
  | EditionSubject;
/** Those of them that come before a draft, on boards and in surveys. */
type BeforeSubject = 'board-card' | 'board-group' | 'survey-answer';
/** Those of them that belong to an edition. */
type EditionSubject = 'coding' | 'evidence' | 'reply' | 'reply-file' | 'reply-decision' | 'adjudication' | 'correction';

export type SubjectTable = {
  table: string;
  /** Column that names the row, and the one that names its consultation where it is not `consultationId`. */
  key: string;
  consultation?: string;
  /** SQL for its consultation, where no column says it. */
  consultationSql?: string;
  /** SQL for the edition a row belongs to, where it is no consultation. */
  edition?: string;
  /** SQL for the indicator it is about, where it belongs to an edition. */
  indicator?: string;
  /** SQL for the board or survey a row belongs to, and what it is one of. */
  before?: { of: 'board' | 'survey'; sql: string };
  /** SQL for its municipality, where no column says it. */
  terytSql?: string;
  texts: readonly string[];
  /** Columns that hold documents with such texts. */
  documents?: readonly string[];
  /** Where a document also holds words of the program: the fields that a person fills in. */
  typedIn?: readonly string[];
  /** Words of a document that nobody typed: names of choices. */
  skips?: RegExp;
};

const byReply = 'select r."editionId" from "Reply" p join "ReplyRound" r on r.id = p."roundId" where p.id = "replyId"';
const ofReply = '(select p.indicator from "Reply" p where p.id = "replyId")';

export const subjects: Record<SubjectType, SubjectTable> = {
  consultation: {
    table: 'Consultation',
    key: 'id',
    consultation: 'id',
    texts: ['title', 'summary'],
    documents: ['head'],
  },
  unit: { table: 'ClauseRevision', key: 'id', texts: ['heading', 'text'] },
  remark: { table: 'Remark', key: 'id', texts: ['reason', 'place', 'category', 'sign'] },
  filing: { table: 'Filing', key: 'id', texts: ['authorName', 'organisation'] },
  attachment: { table: 'Attachment', key: 'id', texts: ['fileName'] },
  comment: { table: 'Comment', key: 'id', texts: ['body', 'quote', 'authorName', 'organisation'] },
  meeting: { table: 'Meeting', key: 'id', texts: ['title', 'place', 'minutes'] },
  group: { table: 'RemarkGroup', key: 'id', texts: ['title'] },
  'term-change': { table: 'TermChange', key: 'id', texts: ['reason'] },
  'facts-change': {
    table: 'FactsChange',
    key: 'id',
    texts: ['titleBefore', 'titleAfter', 'summaryBefore', 'summaryAfter', 'basisBefore', 'basisAfter', 'reason'],
  },
  'office-draft': { table: 'OfficeDraft', key: 'id', texts: ['reason'] },
  version: { table: 'Version', key: 'id', texts: ['note'] },
  report: { table: 'Report', key: 'id', texts: ['note'] },
  'report-details': { table: 'ReportDetails', key: 'consultationId', texts: [], documents: ['json'] },
  unified: { table: 'UnifiedText', key: 'id', texts: [], documents: ['checks'], typedIn: ['answer'] },
  adopted: {
    table: 'AdoptedText',
    key: 'id',
    consultationSql: '(select u."consultationId" from "UnifiedText" u where u.id = "unifiedId")',
    texts: ['sign', 'text', 'reason'],
  },
  'board-card': {
    table: 'BoardCard',
    key: 'id',
    before: { of: 'board', sql: '"boardId"' },
    texts: ['text', 'signature'],
  },
  'board-group': { table: 'BoardGroup', key: 'id', before: { of: 'board', sql: '"boardId"' }, texts: ['name', 'note'] },
  'survey-answer': {
    table: 'SurveyAnswer',
    key: 'id',
    before: { of: 'survey', sql: '"surveyId"' },
    terytSql: '(select s.teryt from "Survey" s where s.id = "surveyId")',
    texts: [],
    documents: ['values'],
    skips: /^[a-z]\d{1,4}$/,
  },
  coding: { table: 'Coding', key: 'id', edition: '"editionId"', indicator: 'indicator', texts: ['reason'] },
  evidence: {
    table: 'Evidence',
    key: 'id',
    edition: '(select c."editionId" from "Coding" c where c.id = "codingId")',
    indicator: '(select c.indicator from "Coding" c where c.id = "codingId")',
    texts: ['url', 'note', 'place', 'fileName'],
  },
  reply: {
    table: 'Reply',
    key: 'id',
    edition: '(select r."editionId" from "ReplyRound" r where r.id = "roundId")',
    indicator: 'indicator',
    texts: ['body'],
  },
  'reply-file': { table: 'ReplyFile', key: 'id', edition: `(${byReply})`, indicator: ofReply, texts: ['fileName'] },
  'reply-decision': {
    table: 'ReplyDecision',
    key: 'id',
    edition: `(${byReply})`,
    indicator: ofReply,
    texts: ['reason'],
  },
  adjudication: { table: 'Adjudication', key: 'id', edition: '"editionId"', indicator: 'indicator', texts: ['reason'] },
  correction: { table: 'Correction', key: 'id', edition: '"editionId"', indicator: 'indicator', texts: ['reason'] },
};

export const subjectTypes = Object.keys(subjects) as SubjectType[];
export const isSubjectType = (value: string): value is SubjectType => Object.hasOwn(subjects, value);
