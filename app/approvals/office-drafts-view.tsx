import { Polish } from '#app/components/polish.tsx';
import { Form, Submit, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Notice } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { EditorialEffects } from '#app/drafting/editorial/editorial-effects.tsx';
import { CorrectionEffects } from '#app/drafting/rulings/correction-parts.tsx';
import type { OfficeDraftsPage, OfficeDraftView } from './office-drafts-page.server.ts';
import { draftKindKeys } from './draft-kinds.ts';
import { textLimits } from '#app/drafting/state/remark.ts';

type Props = { page: OfficeDraftsPage; failure: FormProblem | undefined };

/** What waits for a second official: each with its author, its reason and what it would do. */
export function OfficeDrafts({ page, failure }: Props) {
  const t = useT();
  if (page.drafts.length === 0) return <p>{t('deciding.office-drafts.none')}</p>;
  return (
    <div className="stack stack--wide">
      {page.drafts.map((draft) => (
        <Card
          key={draft.id}
          draft={draft}
          slug={page.consultation.slug}
          failure={failure?.values.draft?.[0] === draft.id ? failure : undefined}
        />
      ))}
    </div>
  );
}

function Card({ draft, slug, failure }: { draft: OfficeDraftView; slug: string; failure: FormProblem | undefined }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const mayReview = !draft.isOwn && draft.state === 'waiting';
  return (
    <article className="amend" aria-labelledby={`szkic-${draft.id}`} id={draft.id}>
      <h2 className="size-4" id={`szkic-${draft.id}`}>
        {t(draftKindKeys[draft.content.kind])}
      </h2>
      <p className="by">
        {t(draft.isOwn ? 'deciding.office-drafts.own' : 'deciding.office-drafts.by', {
          name: draft.draftedByName,
          at: formatDateTime(locale, draft.createdAt),
        })}
      </p>
      {draft.state === 'returned' ? (
        <Notice warn>
          <p>
            {t('deciding.draft.own-returned', {
              at: formatDateTime(locale, draft.createdAt),
              name: draft.reviewedByName ?? '',
            })}
          </p>
          <blockquote className="quote">{draft.returnNote}</blockquote>
        </Notice>
      ) : null}
      {draft.reason ? (
        <p className="why">
          <strong>{t('drafting.reason')}.</strong> <Polish>{draft.reason}</Polish>
        </p>
      ) : null}
      <Content draft={draft} slug={slug} />
      <Form action={to.officeDrafts(slug)} failure={failure} className="stack stack--2">
        <input type="hidden" name="draft" value={draft.id} />
        <input type="hidden" name="draftRevision" value={draft.revision} />
        {mayReview ? (
          <TextArea name="note" max={textLimits.comment} label={t('deciding.draft.note')} optional rows={2} />
        ) : null}
        {mayReview && draft.wroteSame ? (
          <p>
            <strong>{t('deciding.office-drafts.wrote-same')}</strong>
          </p>
        ) : null}
        <p className="actions">
          {mayReview && !draft.wroteSame ? (
            <Submit name="intent" value="approve">
              {t('deciding.draft.approve')}
            </Submit>
          ) : null}
          {mayReview ? (
            <Submit name="intent" value="return" quiet>
              {t('deciding.draft.return')}
            </Submit>
          ) : null}
          {draft.isOwn ? (
            <Submit name="intent" value="drop" quiet>
              {t('deciding.draft.drop')}
            </Submit>
          ) : null}
        </p>
      </Form>
    </article>
  );
}

function Content({ draft: { content }, slug }: { draft: OfficeDraftView; slug: string }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  switch (content.kind) {
    case 'editorial':
      return (
        <>
          {content.isCorrection ? <p>{t('textwork.edit.correction')}</p> : null}
          {content.preview ? (
            <EditorialEffects preview={content.preview} slug={slug} folded />
          ) : (
            <Notice warn>
              <p>{t('deciding.error.cannot')}</p>
            </Notice>
          )}
        </>
      );
    case 'terms':
      return (
        <ul>
          {content.terms.map(({ term, before, after }) => (
            <li key={term}>
              {t(`terms.changed.${term}`, {
                before: formatDateTime(locale, new Date(before)),
                after: formatDateTime(locale, new Date(after)),
              })}
            </li>
          ))}
        </ul>
      );
    case 'ruling-correction':
      return content.correction ? (
        <CorrectionEffects check={content.correction} slug={slug} />
      ) : (
        <Notice warn>
          <p>{t('deciding.error.cannot')}</p>
        </Notice>
      );
    case 'withdrawal':
      return (
        <p>
          <a href={to.filing(slug, content.filing)}>
            {t('deciding.office-drafts.withdrawal', { filing: content.filing, numbers: content.remarks.join(', ') })}
          </a>
        </p>
      );
    case 'report':
      return (
        <p>
          <a href={`${to.report(slug)}?stan=dzis`}>{t('deciding.office-drafts.report', { number: content.number })}</a>
        </p>
      );
    case 'adopted':
    case 'adopted-corrected':
      return (
        <>
          <p>
            {content.sign}, {content.adoptedOn}
          </p>
          {content.text === null ? (
            <p>{t('deciding.office-drafts.same-text')}</p>
          ) : (
            <details>
              <summary>{t('deciding.office-drafts.text')}</summary>
              <p className="pre law" lang="pl">
                {content.text}
              </p>
            </details>
          )}
        </>
      );
    case 'four-eyes-off':
      return <p>{t('deciding.office-drafts.four-eyes-off')}</p>;
    case 'uncovering':
      return (
        <p>
          {t('deciding.office-drafts.uncovering')}{' '}
          <a href={to.covering(content.type, content.id)}>{t(`redaction.type.${content.type}`)}</a>
        </p>
      );
  }
}
