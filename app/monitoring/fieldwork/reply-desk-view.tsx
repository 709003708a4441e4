import {
  Form,
  Submit,
  SubmitRow,
  TextField,
  useField,
  FieldErrorLine,
  type FormProblem,
} from '#app/components/form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Notice, PageHead, Section } from '#app/components/page-parts.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { useWords } from '../bridge/use-words.ts';
import { dayWords } from '../cards/score-words.ts';
import type { DeskReply, ReplyDesk } from './reply-desk.server.ts';
import { TeamNav } from './team-nav.tsx';

type Props = { desk: ReplyDesk; failure: FormProblem | null; problem: string | null };

/** The team's side of the right of reply. */
export function ReplyDeskView({ desk, failure, problem }: Props) {
  const { t, to, locale } = useWords();
  const { edition, rounds, rest, waiting, decided } = desk;
  return (
    <>
      <TeamNav edition={edition} current="replies" />
      <PageHead
        title={t('fieldwork.replies.title')}
        kind={editionTitle(locale, edition)}
        lead={t('fieldwork.replies.lead')}
      />
      {problem ? (
        <Notice warn>
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Section id="h-waiting" title={t('fieldwork.replies.to-decide')}>
        {waiting.length === 0 ? (
          <p className="note">{t('fieldwork.replies.to-decide.none')}</p>
        ) : (
          <Replies desk={desk} rows={waiting} />
        )}
      </Section>
      {decided.length > 0 ? (
        <Section id="h-decided" title={t('fieldwork.replies.decided')}>
          <Replies desk={desk} rows={decided} />
        </Section>
      ) : null}
      {rounds.length > 0 ? (
        <Section id="h-rounds" title={t('fieldwork.replies.rounds')}>
          <Rounds desk={desk} />
          <p className="by pt-3">
            {t('fieldwork.replies.export')}: <a href={to.exchangeFile(edition.slug, 'csv')}>CSV</a>,{' '}
            <a href={to.exchangeFile(edition.slug, 'json')}>JSON</a>
          </p>
        </Section>
      ) : null}
      {edition.isLead && edition.state === 'coding' && rest.length > 0 ? (
        <Section id="h-open" title={t('fieldwork.replies.open')}>
          <p className="note">{t('fieldwork.replies.open.text')}</p>
          <Form failure={failure}>
            <Municipalities rest={rest} />
            <TextField
              name="day"
              type="date"
              short
              label={t('fieldwork.replies.end-day')}
              hint={t('fieldwork.replies.end.hint')}
              defaultValue={desk.proposedEnd}
            />
            <TextField name="time" type="time" short label={t('fieldwork.replies.end-time')} defaultValue="23:59" />
            <SubmitRow>
              <Submit>{t('fieldwork.replies.submit')}</Submit>
            </SubmitRow>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

function Municipalities({ rest }: { rest: ReplyDesk['rest'] }) {
  const { t } = useWords();
  const field = useField('teryt', false, t('fieldwork.replies.which'));
  return (
    <fieldset className="field" id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend>{t('fieldwork.replies.which')}</legend>
      <FieldErrorLine field={field} />
      <div className="choices">
        {rest.map(({ teryt, name }) => (
          <label className="choice" key={teryt}>
            <input type="checkbox" name="teryt" value={teryt} defaultChecked={field.values?.includes(teryt)} />
            <span className="plain">
              {name}
              <small>{teryt}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Replies({ desk, rows }: { desk: ReplyDesk; rows: readonly DeskReply[] }) {
  const { t, to, say } = useWords();
  return (
    <ul className="questions" role="list">
      {rows.map((row) => (
        <li key={`${row.teryt} ${row.indicator}`}>
          <a href={to.replyMatter(desk.edition.slug, row.teryt, row.indicator)}>
            <span className="code">{row.indicator}</span> {row.municipality}: {say(row.question)}
          </a>
          <span className="by">
            <span className="state">
              <Icon sign={row.outcome === 'changed' ? 's-new' : row.outcome === 'kept' ? 's-kept' : 's-said'} />
              {row.outcome ? t(`fieldwork.outcome.${row.outcome}`) : t(`fieldwork.stance.${row.stance}`)}
            </span>
            {row.needsSecond ? `, ${t('fieldwork.replies.needs-second')}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Delivery({ round }: { round: ReplyDesk['rounds'][number] }) {
  const { t, locale } = useWords();
  const { asked, sentOn } = round;
  if (asked.deliveredOn)
    return <span>{t('fieldwork.notice.delivered.on', { day: dayWords(locale, asked.deliveredOn) })}</span>;
  if (asked.state === 'replied') return <span>{t('fieldwork.notice.replied')}</span>;
  if (sentOn) return <span>{t('fieldwork.notice.sent.on', { day: dayWords(locale, sentOn) })}</span>;
  return <span>{t('fieldwork.notice.unknown')}</span>;
}

function Rounds({ desk }: { desk: ReplyDesk }) {
  const { t, to, locale } = useWords();
  const heads = [
    t('fieldwork.replies.until'),
    t('fieldwork.notice.delivered'),
    t('fieldwork.replies.with-reply'),
    t('fieldwork.replies.undecided'),
  ];
  return (
    <div className="room">
      <table role="table" className="data data--stack w-56">
        <caption className="vh">{t('fieldwork.replies.rounds.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('monitoring.municipality')}
            </th>
            {heads.map((head, at) => (
              <th key={head} role="columnheader" scope="col" className={at > 1 ? 'end' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {desk.rounds.map((round) => (
            <tr key={round.teryt} role="row">
              <th role="rowheader" scope="row">
                {round.municipality}
              </th>
              <td role="cell" data-label={heads[0]}>
                {t(round.isOver ? 'fieldwork.replies.ended' : 'fieldwork.replies.running', {
                  until: formatDateTime(locale, new Date(round.endsAt)),
                })}
              </td>
              <td role="cell" data-label={heads[1]}>
                <Delivery round={round} />
                {desk.edition.isLead ? (
                  <>
                    {' '}
                    <a href={to.replyNotice(desk.edition.slug, round.teryt)}>
                      {t('fieldwork.notice.title')}
                      <span className="vh"> {round.municipality}</span>
                    </a>
                  </>
                ) : null}
              </td>
              <td role="cell" className="end" data-label={heads[2]}>
                {round.replies}
              </td>
              <td role="cell" className="end" data-label={heads[3]}>
                {round.undecided}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
