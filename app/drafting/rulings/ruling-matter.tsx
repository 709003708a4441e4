import { Polish } from '#app/components/polish.tsx';
import { Icon } from '#app/components/icon.tsx';
import type { FormProblem } from '#app/components/form.tsx';
import { usePaths, useLocale, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { AttachmentNames } from '../attachments/attachment-list.tsx';
import { ChangeList } from '../remarks/change-view.tsx';
import { Byline, FitSign, useRemarkTitle } from '../remarks/remark-parts.tsx';
import type { RulingPage } from './ruling-page.server.ts';
import { stateKeys } from '#app/drafting/state/remark-state.ts';

/** What the author asks for, against the text as it is. */
export function Matter({ page }: { page: RulingPage }) {
  const t = useT();
  const to = usePaths();
  const title = useRemarkTitle();
  const { remark } = page;
  return (
    <section id="uwaga" aria-labelledby="h-m">
      <h2 id="h-m">
        <a href={to.remark(page.slug, remark.number)}>{title(remark, remark.citation)}</a>
      </h2>
      <Byline remark={remark} />
      {remark.changes.length > 0 ? (
        <div className="amend">
          <ChangeList changes={remark.changes} />
        </div>
      ) : null}
      <blockquote className="quote">
        <Polish>{remark.reason}</Polish>
      </blockquote>
      {page.attachments.length > 0 ? (
        <>
          <h3 className="size-4">{t('attachment.title')}</h3>
          <AttachmentNames slug={page.slug} files={page.attachments} isConcerned />
        </>
      ) : null}
      <Standing page={page} />
    </section>
  );
}

/** How the amendment stands to the newest text, when that needs saying. */
function Standing({ page }: { page: RulingPage }) {
  const t = useT();
  const to = usePaths();
  const { remark, fields } = page;
  if (remark.state !== 'open' || remark.fit === 'unchanged') return null;
  if (remark.fit !== 'conflict') {
    return (
      <p>
        <FitSign fit={remark.fit} />.{' '}
        {t(remark.fit === 'contained' ? 'drafting.ruling.contained' : 'drafting.ruling.unconfirmed')}
      </p>
    );
  }
  const isGone = fields.some(({ current }) => current === null);
  return (
    <div className="conflict">
      <h3>
        <Icon sign="s-clash" />
        {t('drafting.ruling.conflict')}
      </h3>
      <div className="in">
        <p>{t(isGone ? 'drafting.ruling.gone-text' : 'drafting.ruling.conflict-text')}</p>
        {fields.map((field) =>
          field.current === null ? null : (
            <dl className="sides flush no-rule" key={field.seq}>
              <div>
                <dt>{t('drafting.ruling.current')}</dt>
                <dd className="law flush">{bindSpaces(field.current)}</dd>
              </div>
            </dl>
          ),
        )}
        {isGone && remark.clauseCode !== null ? (
          <p>
            <a href={to.clause(page.slug, remark.clauseCode)}>{t('drafting.clause.gone')}</a>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** The remark was decided or withdrawn before this form arrived: what happened, and every word typed. */
export function TooLate({ page, failure }: { page: RulingPage; failure: FormProblem | undefined }) {
  const t = useT();
  const locale = useLocale();
  const { ruling } = page.remark;
  const typed = Object.entries(failure?.values ?? {}).filter(
    ([name]) => name === 'reason' || name.startsWith('final-'),
  );
  return (
    <section className="stack" aria-labelledby="h-pozno">
      <div className="notice notice--warn" role="status">
        <h2 id="h-pozno">{t(ruling ? 'drafting.ruling.decided-title' : 'drafting.ruling.withdrawn-title')}</h2>
        <p>
          {ruling
            ? t('drafting.ruling.decided-neutral', {
                at: formatDateTime(locale, ruling.madeAt),
                name: ruling.madeByName,
                state: t(stateKeys[ruling.decision]),
              })
            : t('drafting.ruling.withdrawn-text')}
        </p>
        {ruling ? (
          <p>
            <strong>{t('drafting.reason')}.</strong> <Polish>{ruling.reason}</Polish>
          </p>
        ) : null}
      </div>
      {typed.map(([name, [text]]) =>
        text ? (
          <div key={name}>
            <h3 className="size-4">{t(name === 'reason' ? 'drafting.ruling.typed' : 'drafting.ruling.typed-final')}</h3>
            <p className="quote">
              <Polish>{text}</Polish>
            </p>
          </div>
        ) : null,
      )}
    </section>
  );
}
