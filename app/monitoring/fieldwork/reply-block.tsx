import { Polish } from '#app/components/polish.tsx';
import { formatBytes } from '#app/i18n/numbers.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import type { ChosenAnswer, ReplyStance } from '../cards/cells.ts';
import type { CaptureFile } from '../cards/evidence.ts';

type Reply = {
  stance: ReplyStance;
  level: number | null;
  body: string;
  author: string;
  sentAt: string;
  files: readonly CaptureFile[];
};
/** `file`: where a file is, for readers without an account. */
type Props = { slug: string; reply: Reply; heading?: 'h2' | 'h4'; file?: FileAddress | undefined };
export type FileAddress = (hash: string) => string;

/** The office's words in full, with what it asks for and its files. */
export function OfficeReply({ slug, reply, heading: Heading = 'h4', file: fileAt }: Props) {
  const { t, to, locale } = useWords();
  return (
    <div className="reply">
      <Heading>
        {t('fieldwork.office.by-office', { date: formatDateTime(locale, new Date(reply.sentAt)) })}{' '}
        <span className="office">{t('fieldwork.office.badge')}</span>
      </Heading>
      <p className="by">
        {reply.stance === 'level'
          ? t('fieldwork.stance.level.asks', { level: reply.level ?? '' })
          : t(`fieldwork.stance.${reply.stance}`)}
      </p>
      {reply.body ? (
        <p className="said">
          <Polish>{reply.body}</Polish>
        </p>
      ) : null}
      {reply.files.length > 0 ? (
        <p className="by">
          {t('fieldwork.office.attached')}{' '}
          {reply.files.map((file, at) => (
            <span key={file.hash}>
              {at > 0 ? ', ' : ''}
              <a href={fileAt ? fileAt(file.hash) : to.storedFile(slug, file.hash)} rel="nofollow">
                {file.name}
              </a>
              , {formatBytes(locale, file.size)}
            </span>
          ))}
        </p>
      ) : null}
      <p className="by">{reply.author}</p>
    </div>
  );
}

/** What the team decided on a reply, and why. */
export function TeamDecision({
  decision,
  heading: Heading = 'h4',
}: {
  decision: ChosenAnswer & { outcome: 'kept' | 'changed' };
  heading?: 'h2' | 'h4';
}) {
  const { t, locale } = useWords();
  return (
    <div className="reply reply--team mt-3">
      <Heading>{t('fieldwork.office.by-team', { date: formatDateTime(locale, new Date(decision.at)) })}</Heading>
      <p>
        <b>{t(`fieldwork.outcome.${decision.outcome}`)}</b>
      </p>
      <p className="said">
        <Polish>{decision.reason}</Polish>
      </p>
    </div>
  );
}
