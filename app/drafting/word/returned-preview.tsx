import { FieldErrorLine, Form, Submit, TextArea, useField, type FormProblem } from '#app/components/form.tsx';
import { Notice, Section } from '#app/components/page-parts.tsx';
import { TableHead } from '#app/components/table-head.tsx';
import { DecisionState } from '#app/drafting/state/decision-state.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { ChangeList } from '../remarks/change-view.tsx';
import { FitSign } from '../remarks/remark-parts.tsx';
import type { AmendmentView, ReturnedView } from './returned-view.server.ts';
import { textLimits } from '#app/drafting/state/remark.ts';

type Props = { view: ReturnedView; slug: string; failure: FormProblem | undefined };

/** Everything a file would bring, before anything is written; each thing has its box. */
export function ReturnedPreview({ view, slug, failure }: Props) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const isOld = view.version !== view.newest;
  const fresh = view.amendments.filter(({ known }) => known === null).length;
  const rest =
    view.drafts.filter(({ blocked }) => blocked === null).length + view.comments.filter(({ known }) => !known).length;
  return (
    <Form upload failure={failure} className="form form--wide returned">
      <input type="hidden" name="source" value={view.source} />
      <input type="hidden" name="newest" value={view.newest} />
      {view.isNamed ? null : <input type="hidden" name="version" value={view.version} />}
      <Notice warn={isOld}>
        <p>{t(isOld ? 'word.made-from-old' : 'word.made-from', { version: view.version, newest: view.newest })}</p>
      </Notice>
      {view.takenAt ? (
        <Notice warn>
          <p>{t('word.taken', { at: formatDateTime(locale, view.takenAt) })}</p>
        </Notice>
      ) : null}
      <PickError />
      <Amendments view={view} slug={slug} picked={failure?.values.pick} />
      <Drafts view={view} slug={slug} picked={failure?.values.pick} />
      <Comments view={view} slug={slug} picked={failure?.values.pick} />
      <LeftOver view={view} />
      {fresh > 0 ? (
        <TextArea
          name="reason"
          max={textLimits.reason}
          label={t('word.reason')}
          hint={t('word.reason-hint')}
          defaultValue={t('word.reason-default')}
          rows={3}
        />
      ) : null}
      {fresh + rest === 0 ? <p>{t('word.nothing-left')}</p> : null}
      <p className="actions">
        {fresh + rest > 0 ? (
          <Submit name="intent" value="enter">
            {t('word.enter')}
          </Submit>
        ) : null}
        <a href={to.officeWord(slug)}>{t('word.leave')}</a>
      </p>
    </Form>
  );
}

/** Where the list of complaints leads to when nothing was ticked. */
function PickError() {
  const field = useField('pick');
  return field.error ? (
    <div id={field.id} tabIndex={-1}>
      <FieldErrorLine field={field} />
    </div>
  ) : null;
}

type PartProps = { view: ReturnedView; slug: string; picked: string[] | undefined };

function Box({
  of,
  label,
  picked,
  isOff = false,
}: {
  of: string;
  label: React.ReactNode;
  picked: string[] | undefined;
  isOff?: boolean;
}) {
  if (isOff) return <strong>{label}</strong>;
  return (
    <label className="choice">
      <input type="checkbox" name="pick" value={of} defaultChecked={picked ? picked.includes(of) : true} />
      <span>{label}</span>
    </label>
  );
}

function Amendments({ view, slug, picked }: PartProps) {
  const t = useT();
  if (view.amendments.length === 0) return null;
  return (
    <Section id="poprawki" title={t('word.amendments', { count: view.amendments.length })}>
      <p className="note">{t('word.amendments-note')}</p>
      <ul className="stack" role="list">
        {view.amendments.map((amendment) => (
          <li key={amendment.key}>
            <Amendment amendment={amendment} slug={slug} picked={picked} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Amendment({
  amendment,
  slug,
  picked,
}: {
  amendment: AmendmentView;
  slug: string;
  picked: string[] | undefined;
}) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { key, known, fit } = amendment;
  return (
    <div className="amend">
      <Box
        of={key}
        label={t('word.amendment', { citation: amendment.citation })}
        picked={picked}
        isOff={known !== null}
      />
      <p className="by">
        {amendment.author}, {formatDateTime(locale, amendment.at)}
      </p>
      <ChangeList changes={amendment.changes} />
      {fit === 'unchanged' ? null : (
        <p className="meta">
          <FitSign fit={fit} />
        </p>
      )}
      {known === null ? null : (
        <p className="meta">
          {t('word.known')} <a href={to.remark(slug, known)}>{t('drafting.kind.amendment', { number: known })}</a>
        </p>
      )}
    </div>
  );
}

function Drafts({ view, slug, picked }: PartProps) {
  const t = useT();
  const to = usePaths();
  if (view.drafts.length === 0) return null;
  return (
    <Section id="szkice" title={t('word.drafts', { count: view.drafts.length })}>
      <p className="note">{t('word.drafts-note')}</p>
      <ul className="rows w-56">
        {view.drafts.map(({ key, number, decision, fit, hasMoved, blocked }) => (
          <li key={key}>
            <div>
              <Box of={key} label={t('word.draft', { number })} picked={picked} isOff={blocked !== null} />
              <p className="meta">
                <DecisionState decision={decision} />{' '}
                <a href={to.ruling(slug, number)}>{t('drafting.kind.amendment', { number })}</a>
              </p>
              {decision === 'accepted-in-part' ? (
                <p className="note">{t(fit === 'conflict' ? 'word.draft.conflict' : 'word.draft.partly')}</p>
              ) : null}
              {hasMoved ? <p className="note">{t('word.draft.moved')}</p> : null}
              {blocked ? <p className="note">{t(`word.draft.${blocked}`)}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Comments({ view, slug, picked }: PartProps) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  if (view.comments.length === 0) return null;
  return (
    <Section id="komentarze" title={t('word.comments', { count: view.comments.length })}>
      <p className="note">{t('word.comments-note')}</p>
      <ul className="rows w-56">
        {view.comments.map((comment) => (
          <li key={comment.key}>
            <div>
              <Box of={comment.key} label={bindSpaces(comment.citation)} picked={picked} isOff={comment.known} />
              <p className="by">
                {comment.author}, {formatDateTime(locale, comment.at)}
              </p>
              {comment.quote ? <blockquote className="quote">{comment.quote}</blockquote> : null}
              <p>{comment.body}</p>
              {comment.known ? (
                <p className="meta">
                  <a href={to.clause(slug, comment.code)}>{t('word.comment-known')}</a>
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What no unit can take over: for people to look through. */
function LeftOver({ view }: { view: ReturnedView }) {
  const t = useT();
  const locale = useLocale();
  if (view.leftOver.length === 0) return null;
  const title = t('word.left-over', { count: view.leftOver.length });
  return (
    <Section id="reszta" title={title}>
      <p className="note">{t('word.left-over-note')}</p>
      <div className="room">
        <table className="data data--dense data--stack" role="table">
          <caption className="vh">{title}</caption>
          <TableHead columns={[t('word.col.what'), t('word.col.where'), t('word.col.words')]} />
          <tbody role="rowgroup">
            {view.leftOver.map(({ code, author, at, words, citation }, index) => (
              <tr key={index} role="row">
                <th scope="row" role="rowheader">
                  {t(`word.left.${code}`)}
                  {author ? (
                    <>
                      <br />
                      <span className="by plain">
                        {author}
                        {at ? `, ${formatDateTime(locale, at)}` : ''}
                      </span>
                    </>
                  ) : null}
                </th>
                <td role="cell" data-label={t('word.col.where')}>
                  {bindSpaces(citation) || t('word.outside')}
                </td>
                <td role="cell" data-label={t('word.col.words')} lang="pl">
                  {words}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
