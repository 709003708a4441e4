/** A table of the record. Every column of it is sealed, so that a new one is covered without a word here. */
export type RecordTable = {
  name: string;
  key: string;
  /** Condition in SQL over the row `t`; rows outside it are not part of the record. */ only?: string;
};

const table = (name: string, rest: Partial<RecordTable> = {}): RecordTable => ({ name, key: 'id', ...rest });

/** What the program answers for: texts, letters, rulings, reports, what went to the council, codings, releases, and the lines about them. */
export const recordTables: readonly RecordTable[] = [
  ...[
    'Consultation',
    'TermChange',
    'Version',
    'Clause',
    'ClauseRevision',
    'ClausePlacement',
    'Filing',
    'Remark',
    'Redaction',
    'RedactionRule',
    'CoveredText',
    'RemarkGroup',
    'RemarkOperation',
    'OperationWording',
    'Ruling',
    'RulingDraft',
    'OfficeDraft',
    'Support',
    'Comment',
    'Meeting',
    'Report',
    'UnifiedText',
    'AdoptedText',
    'Methodology',
    'MethodologyBridge',
    'Team',
    'Edition',
    'EditionUnit',
    'Coding',
    'Evidence',
    'CodingSave',
    'DoubleCell',
    'Adjudication',
    'ReplyRound',
    'Reply',
    'ReplyFile',
    'ReplyDecision',
    'Scorecard',
    'EditionIssue',
    'EditionFile',
    'Correction',
  ].map((name) => table(name)),
  table('ReportDetails', { key: 'consultationId' }),
  // Lines about accounts and sign-ins belong to people, and are removed with them.
  table('Event', { only: '(t."consultationId" is not null or t."editionId" is not null)' }),
];

/** Tables that are not part of the record: accounts, letters to be sent, links with secrets, work in progress, counters, and the seals themselves. */
export const otherTables: ReadonlySet<string> = new Set([
  'Municipality',
  'User',
  'Session',
  'KeptForm',
  'KnownDevice',
  'EmailChange',
  'EmailToken',
  'RoleGrant',
  'MailMessage',
  'Revision',
  'RevisionRaise',
  'ImportDraft',
  'GuestFiling',
  'TeamInvitation',
  'TieDeclaration',
  'Assignment',
  'Snippet',
  'OfficeDetails',
  'StoredFile',
  'FileUpload',
  'EmbargoLink',
  'EmbargoOpening',
  'PressSubscription',
  'ApiToken',
  'IdempotencyRecord',
  'Webhook',
  'WebhookDelivery',
  'LimitCount',
  'RecordSeal',
  'RecordLink',
  'RecordShape',
  'RecordDirty',
]);
