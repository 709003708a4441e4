import type { CoverScope } from './cover-words.ts';
import { ownPlaces, type Place, type Subject } from './places.ts';

/** Everything an edition keeps of the words of one answer, reply or reason: every state a coding ever had, cards, files, corrections, letters. */
export function editionPlaces(subject: Subject & { editionId: string }): Place[] {
  const { type, id, teryt, editionId } = subject;
  const here = {
    key: 'id',
    where: '"editionId" = $1::uuid',
    values: [editionId],
    scope: 'copy' satisfies CoverScope,
  } as const;
  const coding = type === 'coding' ? 'select $1::uuid' : 'select "codingId" from "Evidence" where id = $1::uuid';
  const saves: Place[] =
    type === 'coding' || type === 'evidence'
      ? [
          {
            table: 'CodingSave',
            key: 'id',
            texts: ['reason'],
            documents: ['evidence'],
            where: `"codingId" in (${coding})`,
            values: [id],
            scope: 'own',
          },
        ]
      : [];
  return [
    ...ownPlaces(subject),
    ...saves,
    { ...here, table: 'Scorecard', texts: [], documents: ['json'] },
    { ...here, table: 'EditionIssue', texts: [], documents: ['manifest'] },
    { ...here, table: 'EditionFile', texts: [], files: ['body'] },
    { ...here, table: 'Correction', texts: ['reason'], documents: ['before', 'after'] },
    { ...here, table: 'EditionChange', texts: ['reason', 'note'], documents: ['input'] },
    { ...here, table: 'Edition', where: 'id = $1::uuid', texts: [], documents: ['fieldwork'] },
    { ...here, table: 'Event', texts: [], documents: ['data'] },
    {
      key: 'id',
      table: 'MailMessage',
      texts: ['subject', 'body'],
      where: '(teryt = $1 or teryt is null)',
      values: [teryt],
      scope: 'copy',
    },
    {
      key: 'id',
      table: 'WebhookDelivery',
      texts: [],
      documents: ['payload'],
      where: '(teryt = $1 or teryt is null)',
      values: [teryt],
      scope: 'copy',
    },
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
