import { Polish } from '#app/components/polish.tsx';
import { Form, Submit, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Notice } from '#app/components/page-parts.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { DecisionState } from '#app/drafting/state/decision-state.tsx';
import { Effects } from './effects-section.tsx';
import type { RulingPage } from './ruling-page.server.ts';
import type { DraftView } from './draft-views.server.ts';
import { textLimits } from '#app/drafting/state/remark.ts';

type Props = { page: RulingPage; action: string; reviewFailure: FormProblem | undefined };

/** Drafts of rulings on this remark: one's own as a note, those of others with what may be done with them. */
export function DraftCards({ page, action, reviewFailure }: Props) {
  const t = useT();
  if (page.drafts.length === 0) return null;
  const others = page.drafts.filter(({ isOwn }) => !isOwn);
  return (
    <section aria-labelledby="h-szkice" id="szkice">
      <h3 id="h-szkice">{t('deciding.drafts')}</h3>
      {page.drafts
        .filter(({ isOwn }) => isOwn)
        .map((draft) => (
          <OwnDraft key={draft.id} draft={draft} action={action} slug={page.slug} />
        ))}
      {others.length > 0 && page.drafts.length > 1 ? <p className="by">{t('deciding.drafts.competing')}</p> : null}
      {others.map((draft) => (
        <OthersDraft
          key={draft.id}
          draft={draft}
          page={page}
          action={action}
          failure={reviewFailure?.values.draft?.[0] === draft.id ? reviewFailure : undefined}
        />
      ))}
    </section>
  );
}

function OwnDraft({ draft, action, slug }: { draft: DraftView; action: string; slug: string }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const state =
    draft.state === 'waiting'
      ? 'deciding.draft.own-waiting'
      : draft.state === 'returned'
        ? 'deciding.draft.own-returned'
        : draft.state === 'collected'
          ? 'basket.own'
          : 'deciding.draft.own';
  return (
    <Notice still warn={draft.state === 'returned' || draft.changed !== null}>
      <p>{t(state, { at: formatDateTime(locale, draft.updatedAt), name: draft.reviewedByName ?? '' })}</p>
      {draft.returnNote ? <blockquote className="quote">{draft.returnNote}</blockquote> : null}
      {draft.changed ? <Changed draft={draft} isOwn /> : null}
      {draft.state === 'collected' ? <CollectedLink href={to.basket(slug)} /> : null}
      <form method="post" action={action}>
        <Which draft={draft} />
        <button className="btn btn--quiet btn--small" type="submit" name="intent" value="drop">
          {t('deciding.draft.drop')}
        </button>
      </form>
    </Notice>
  );
}

function OthersDraft({
  draft,
  page,
  action,
  failure,
}: {
  draft: DraftView;
  page: RulingPage;
  action: string;
  failure: FormProblem | undefined;
}) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const key =
    draft.state === 'waiting'
      ? 'deciding.draft.waits'
      : draft.state === 'returned'
        ? 'deciding.draft.is-returned'
        : draft.state === 'collected'
          ? 'basket.is-collected'
          : 'deciding.draft.is-kept';
  return (
    <article className="amend" aria-labelledby={`szkic-${draft.id}`}>
      <h4 id={`szkic-${draft.id}`}>{t('deciding.draft.of', { name: draft.draftedByName })}</h4>
      <p className="by">{t(key, { at: formatDateTime(locale, draft.updatedAt) })}</p>
      {draft.state === 'collected' ? <CollectedLink href={to.basket(page.slug)} /> : null}
      <p>
        <DecisionState decision={draft.decision} />
      </p>
      {draft.finals
        .filter(({ text }) => text && draft.decision === 'accepted-in-part' && draft.effects === null)
        .map(({ seq, text }) => (
          <p className="law" key={seq}>
            {bindSpaces(text)}
          </p>
        ))}
      <p className="why">
        <strong>{t('drafting.reason')}.</strong> <Polish>{draft.reason}</Polish>
      </p>
      {draft.changed ? <Changed draft={draft} isOwn={false} /> : null}
      {draft.effects ? (
        <Effects
          effects={draft.effects}
          slug={page.slug}
          citation={page.remark.citation}
          wasAsked
          id={`skutki-${draft.id}`}
          folded={draft.state === 'waiting'}
        />
      ) : null}
      {draft.state === 'waiting' ? (
        <Form action={action} failure={failure} className="stack stack--2">
          <Which draft={draft} />
          <input type="hidden" name="version" value={page.version} />
          <TextArea name="note" max={textLimits.comment} label={t('deciding.draft.note')} rows={2} optional />
          <p className="actions">
            {draft.changed ? null : (
              <>
                <Submit name="intent" value="approve-collect">
                  {t('basket.approve-collect')}
                </Submit>
                <Submit name="intent" value="approve" quiet>
                  {t('deciding.draft.approve')}
                </Submit>
              </>
            )}
            <Submit name="intent" value="return" quiet>
              {t('deciding.draft.return')}
            </Submit>
          </p>
        </Form>
      ) : null}
    </article>
  );
}

function CollectedLink({ href }: { href: string }) {
  const t = useT();
  return (
    <p>
      <a className="tap" href={href}>
        {t('basket.see')}
      </a>
    </p>
  );
}

function Which({ draft }: { draft: DraftView }) {
  return (
    <>
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="draftRevision" value={draft.revision} />
    </>
  );
}

/** Both sides: what the author of the draft saw, and what stands there now. */
function Changed({ draft, isOwn }: { draft: DraftView; isOwn: boolean }) {
  const t = useT();
  return (
    <div className="conflict">
      <h4>{t('deciding.draft.changed')}</h4>
      <div className="in">
        <p>{t(isOwn ? 'deciding.draft.changed-own' : 'deciding.draft.changed-other')}</p>
        {draft.changed?.map(({ citation, seen, now }, at) => (
          <dl className="sides flush no-rule" key={at}>
            <div>
              <dt>{t('deciding.draft.then', { citation })}</dt>
              <dd className="law flush">{seen === null ? t('drafting.nothing') : bindSpaces(seen)}</dd>
            </div>
            <div>
              <dt>{t('deciding.draft.now', { citation })}</dt>
              <dd className="law flush">
                {now === null ? t('drafting.nothing') : seen === now ? t('deciding.draft.same-words') : bindSpaces(now)}
              </dd>
            </div>
          </dl>
        ))}
      </div>
    </div>
  );
}
