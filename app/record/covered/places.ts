import type { CoverScope } from './cover-words.ts';
import { subjects, type SubjectType } from './subjects.ts';

/** Rows of one table, and the columns in which covered words are looked for. `where` is SQL over its columns, values apart. */
export type Place = {
  table: string;
  key: string;
  texts: readonly string[];
  documents?: readonly string[];
  /** Columns of bytes that are text. */ files?: readonly string[];
  where: string;
  values: readonly unknown[];
  scope: CoverScope;
};

/** A text belongs to a consultation, to an edition, or to what comes before a draft in a municipality. */
export type Subject = {
  type: SubjectType;
  id: string;
  teryt: string;
  consultationId: string | null;
  editionId: string | null;
  number: number | null;
};
type InConsultation = { teryt: string; consultationId: string };

const operations = `"operationId" in (select id from "RemarkOperation" where "remarkId" = any($1::uuid[]))`;

/** Everything that was written with or about a remark: its own words, every wording it ever had, rulings and their drafts. */
export function remarkPlaces(remarkIds: readonly string[]): Place[] {
  const own = { key: 'id', values: [remarkIds], scope: 'own' } as const;
  const answered = `("remarkId" = any($1::uuid[]) or "groupId" in (select "groupId" from "Ruling" where "remarkId" = any($1::uuid[]) and "groupId" is not null))`;
  return [
    { ...own, table: 'Remark', texts: subjects.remark.texts, where: 'id = any($1::uuid[])' },
    {
      ...own,
      table: 'RemarkOperation',
      texts: ['quote', 'after', 'rest', 'carriedAfter', 'carriedRest'],
      documents: ['conflicts'],
      where: '"remarkId" = any($1::uuid[])',
    },
    { ...own, table: 'OperationWording', texts: ['after', 'rest'], where: operations },
    {
      ...own,
      table: 'Ruling',
      texts: ['reason', 'decisionWords', 'correctionReason'],
      documents: ['finalText'],
      where: answered,
    },
    {
      ...own,
      table: 'RulingDraft',
      texts: ['reason', 'returnNote'],
      documents: ['finals'],
      where: '"remarkId" = any($1::uuid[])',
    },
  ];
}

/** Every copy that the program keeps of words of a consultation: closed reports, names of groups, letters, notices, stored answers. */
export function copyPlaces({ teryt, consultationId }: InConsultation): Place[] {
  const here = { key: 'id', where: '"consultationId" = $1::uuid', values: [consultationId], scope: 'copy' } as const;
  const office = { key: 'id', where: 'teryt = $1', values: [teryt], scope: 'copy' } as const;
  return [
    { ...here, table: 'Report', texts: ['note'], documents: ['json'] },
    { ...here, table: 'ReportDetails', key: 'consultationId', texts: [], documents: ['json'] },
    { ...here, table: 'RemarkGroup', texts: ['title'] },
    { ...here, table: 'FactsChange', texts: subjects['facts-change'].texts },
    { ...here, table: 'Version', texts: ['note'], documents: ['changes'] },
    { ...here, table: 'UnifiedText', texts: [], documents: ['checks'] },
    { ...here, table: 'OfficeDraft', texts: ['reason', 'returnNote'], documents: ['input'] },
    { ...here, table: 'Event', texts: [], documents: ['data'] },
    { ...office, table: 'MailMessage', texts: ['subject', 'body'] },
    { ...office, table: 'WebhookDelivery', texts: [], documents: ['payload'] },
    {
      key: 'id',
      table: 'IdempotencyRecord',
      texts: [],
      documents: ['answer'],
      where: 'answer is not null',
      values: [],
      scope: 'copy',
    },
  ];
}

/** The act in all its versions, and what others wrote about it: where words of an amendment go once it is accepted. */
export function lawPlaces({ consultationId }: Pick<InConsultation, 'consultationId'>): Place[] {
  const here = { key: 'id', where: '"consultationId" = $1::uuid', values: [consultationId], scope: 'law' } as const;
  return [
    { ...here, table: 'ClauseRevision', texts: ['heading', 'text'] },
    { ...here, table: 'Consultation', texts: [], documents: ['head'], where: 'id = $1::uuid' },
    {
      ...here,
      table: 'RemarkOperation',
      texts: ['before', 'quote', 'after', 'rest', 'carriedAfter', 'carriedRest'],
      documents: ['conflicts'],
    },
    { ...here, table: 'OperationWording', texts: ['after', 'rest'] },
    { ...here, table: 'Ruling', texts: [], documents: ['finalText'] },
    { ...here, table: 'Comment', texts: ['quote'] },
    { ...here, table: 'Version', texts: [], documents: ['changes'] },
    { ...here, table: 'UnifiedText', texts: ['text'], documents: ['checks'] },
    {
      ...here,
      table: 'AdoptedText',
      texts: ['text', 'reason'],
      where: '"unifiedId" in (select id from "UnifiedText" where "consultationId" = $1::uuid)',
    },
    { ...here, table: 'Report', texts: [], documents: ['json'] },
    { ...here, table: 'OfficeDraft', texts: [], documents: ['input'] },
  ];
}

/** Letters with their signatures, and their points: who signed one may have written the name in its words, too. */
export function filingPlaces(filingIds: readonly string[]): Place[] {
  const points = { table: 'Remark', key: 'id', where: '"filingId" = any($1::uuid[])', values: [filingIds] } as const;
  return [
    {
      table: 'Filing',
      key: 'id',
      texts: subjects.filing.texts,
      where: 'id = any($1::uuid[])',
      values: [filingIds],
      scope: 'own',
    },
    { ...points, texts: ['authorName', 'organisation'], scope: 'own' },
    { ...points, texts: ['reason', 'place'], scope: 'copy' },
  ];
}

/** The row of a subject other than a remark or a letter. */
export function ownPlaces({ type, id }: Pick<Subject, 'type' | 'id'>): Place[] {
  const { table, key, texts, documents } = subjects[type];
  return [{ table, key, texts, documents, where: `"${key}" = $1::uuid`, values: [id], scope: 'own' }];
}

/** What was said before a draft, and the copies of it: sheets of paper that an answer was typed from, results that a draft rests on. */
export function beforePlaces({ type, id, teryt }: Pick<Subject, 'type' | 'id' | 'teryt'>): Place[] {
  return [
    ...ownPlaces({ type, id }),
    {
      table: 'SurveySheet',
      key: 'id',
      texts: [],
      documents: ['first', 'second', 'settled'],
      where: '"answerId" = $1::uuid',
      values: [id],
      scope: 'own',
    },
    { table: 'Ground', key: 'id', texts: ['label', 'figure'], where: 'teryt = $1', values: [teryt], scope: 'copy' },
  ];
}
