/** Kinds of texts in which words can be covered, each with its table and the columns that a person fills in. */
export type SubjectType = 'consultation' | 'remark' | 'filing' | 'comment' | 'meeting' | 'group' | 'term-change' | 'version' | 'report' | 'report-details';

export type SubjectTable = {
  table: string;
  /** Column that names the row, and the one that names its consultation where it is not `consultationId`. */
  key: string;
  consultation?: string;
  texts: readonly string[];
  /** Columns that hold documents with such texts. */
  documents?: readonly string[];
};

export const subjects: Record<SubjectType, SubjectTable> = {
  consultation: { table: 'Consultation', key: 'id', consultation: 'id', texts: ['title', 'summary'] },
  remark: { table: 'Remark', key: 'id', texts: ['reason', 'place', 'category', 'sign'] },
  filing: { table: 'Filing', key: 'id', texts: ['authorName', 'organisation'] },
  comment: { table: 'Comment', key: 'id', texts: ['body', 'quote', 'authorName', 'organisation'] },
  meeting: { table: 'Meeting', key: 'id', texts: ['title', 'place', 'minutes'] },
  group: { table: 'RemarkGroup', key: 'id', texts: ['title'] },
  'term-change': { table: 'TermChange', key: 'id', texts: ['reason'] },
  version: { table: 'Version', key: 'id', texts: ['note'] },
  report: { table: 'Report', key: 'id', texts: ['note'] },
  'report-details': { table: 'ReportDetails', key: 'consultationId', texts: [], documents: ['json'] },
};

export const subjectTypes = Object.keys(subjects) as SubjectType[];
export const isSubjectType = (value: string): value is SubjectType => Object.hasOwn(subjects, value);
