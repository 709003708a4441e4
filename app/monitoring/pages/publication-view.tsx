import { Form, RadioField, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { editionTitle } from '../cards/edition-title.ts';
import { BarList } from './bar-list.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { AddBorderResult } from '../fieldwork/add-border-cells.server.ts';
import type { PublicationBar } from '../fieldwork/publication-bars.server.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { ReleaseDesk } from '../publication/release-desk.server.ts';
import type { PublicationPreview } from '../publication/preview-publication.server.ts';
import { coverageWords } from '../cards/score-words.ts';
import { useWords } from '../bridge/use-words.ts';

type BorderRefusal = Exclude<AddBorderResult, { ok: true }>['error']['code'];

export type PublicationProblem =
  | 'published'
  | 'nothing-to-publish'
  | 'conflict'
  | 'not-scheduled'
  | 'rescheduled'
  | BorderRefusal
  | PublicationBar['code'];

type Props = {
  preview: PublicationPreview;
  desk: ReleaseDesk;
  problem: PublicationProblem | null;
  failure: FormProblem | null;
};

/** Effects first, then the decision: at once, or at an hour. */
export function PublicationView({ preview, desk, problem, failure }: Props) {
  const { t, to, locale } = useWords();
  return (
    <>
      <PageHead
        title={t('monitoring.publish')}
        kind={editionTitle(locale, preview)}
        lead={t('monitoring.publish.lead')}
      />
      {problem ? (
        <Notice warn>
          <p>{t(problemKey(problem))}</p>
        </Notice>
      ) : null}
      {desk.stage === 'coding' ? null : <Released desk={desk} />}
      <BarList preview={preview} />
      {preview.state === 'coding' ? <Unasked preview={preview} /> : null}
      {preview.state === 'coding' && preview.undeclared > 0 ? (
        <div className="pt-3">
          <Notice warn still>
            <p>{t('monitoring.publish.undeclared', { count: preview.undeclared })}</p>
          </Notice>
        </div>
      ) : null}
      <section className="section" aria-labelledby="h-effects">
        <h2 id="h-effects">{t('monitoring.publish.effects')}</h2>
        <Effects preview={preview} />
      </section>
      <IncompleteAnswers preview={preview} />
      {preview.state === 'coding' && preview.municipalities > 0 && preview.bars.length === 0 ? (
        <Form className="form section" failure={failure}>
          <input type="hidden" name="stamp" value={preview.stamp} />
          <RadioField
            name="when"
            label={t('publication.when')}
            defaultValue="now"
            choices={[
              { value: 'now', label: t('publication.when.now') },
              { value: 'at', label: t('publication.when.at'), note: t('publication.when.note') },
            ]}
          />
          <div className="inline-form">
            <TextField name="day" type="date" label={t('publication.when.day')} />
            <TextField name="time" type="time" label={t('publication.when.time')} hint={t('publication.when.zone')} />
          </div>
          <p>{t('publication.final')}</p>
          <SubmitRow>
            <Submit name="intent" value="publish">
              {t('monitoring.publish.submit', { count: preview.municipalities })}
            </Submit>
            <a className="btn btn--quiet" href={to.teamEdition(preview.slug)}>
              {t('form.cancel')}
            </a>
          </SubmitRow>
        </Form>
      ) : (
        <p className="actions pt-3">
          <a className="btn btn--quiet" href={to.teamEdition(preview.slug)}>
            {t('monitoring.back')}
          </a>
        </p>
      )}
    </>
  );
}

/** Offices of which the cards will say that they were not asked, or that nobody knows whether the questions came. */
function Unasked({ preview }: { preview: PublicationPreview }) {
  const { t, to } = useWords();
  const { asked } = preview;
  if (asked['not-asked'] + asked.unnotified === 0) return null;
  return (
    <div className="pt-3">
      <Notice warn still>
        {asked['not-asked'] > 0 ? <p>{t('monitoring.publish.not-asked', { count: asked['not-asked'] })}</p> : null}
        {asked.unnotified > 0 ? <p>{t('monitoring.publish.unnotified', { count: asked.unnotified })}</p> : null}
        <p>
          <a href={to.replyDesk(preview.slug)}>{t('fieldwork.nav.replies')}</a>
        </p>
      </Notice>
    </div>
  );
}

function problemKey(problem: PublicationProblem): MessageKey {
  if (
    problem === 'published' ||
    problem === 'nothing-to-publish' ||
    problem === 'conflict' ||
    problem === 'not-scheduled' ||
    problem === 'rescheduled'
  )
    return `monitoring.publish.problem.${problem}`;
  return `fieldwork.bars.problem.${problem}`;
}

/** After the freeze: when it is public, who looks before that, and where mistakes are corrected. */
function Released({ desk }: { desk: ReleaseDesk }) {
  const { t, to, locale } = useWords();
  const at = desk.publishedAt ? formatDateTime(locale, new Date(desk.publishedAt)) : '';
  const isScheduled = desk.stage === 'scheduled';
  return (
    <section className="section stack" aria-labelledby="h-released">
      <h2 id="h-released">{t(isScheduled ? 'publication.scheduled' : 'publication.public', { at })}</h2>
      {isScheduled ? <p>{t('publication.scheduled.text')}</p> : null}
      <dl className="kv">
        <dt>{t('publication.issue.head')}</dt>
        <dd>{desk.issue}</dd>
        {desk.manifestHash ? (
          <>
            <dt>SHA-256</dt>
            <dd className="long">{desk.manifestHash}</dd>
          </>
        ) : null}
        <dt>{t('publication.press')}</dt>
        <dd>{t('publication.press.count', { count: desk.pressAddresses })}</dd>
      </dl>
      <p className="actions">
        <a className="btn btn--quiet" href={to.edition(desk.slug)}>
          {t(isScheduled ? 'publication.preview' : 'monitoring.public-page')}
        </a>
        {isScheduled ? (
          <a className="btn btn--quiet" href={to.embargoLinks(desk.slug)}>
            {t('publication.embargo.links')}
          </a>
        ) : (
          <>
            <a className="btn btn--quiet" href={to.corrections(desk.slug)}>
              {t('publication.correct')}
            </a>
            <a className="btn btn--quiet" href={to.changes(desk.slug)}>
              {t('publication.changes')}
            </a>
          </>
        )}
      </p>
      {isScheduled ? (
        <Form>
          <input type="hidden" name="scheduled" value={desk.publishedAt ?? ''} />
          <p className="hint">{t('publication.cancel.note')}</p>
          <SubmitRow>
            <Submit quiet name="intent" value="cancel">
              {t('publication.cancel')}
            </Submit>
          </SubmitRow>
        </Form>
      ) : null}
    </section>
  );
}

function Effects({ preview }: { preview: PublicationPreview }) {
  const { t } = useWords();
  const { complete, incomplete, unanswered, notApplicable, notAssessed, withheld, questions } = preview;
  return (
    <ul className="effects w-56">
      <li>
        <Icon sign="s-full" />
        <span>
          {t('monitoring.publish.complete', { count: complete, of: questions })}{' '}
          {t('monitoring.publish.states', { notApplicable, notAssessed, withheld })}
        </span>
      </li>
      <li>
        <Icon sign="s-half" />
        <span>{t('monitoring.publish.incomplete', { count: incomplete })}</span>
      </li>
      <li>
        <Icon sign="s-wait" />
        <span>{t('monitoring.publish.unanswered', { count: unanswered })}</span>
      </li>
      <li>
        <Icon sign="s-ok" />
        <span>{t('monitoring.publish.with-total', { count: preview.withTotal })}</span>
      </li>
      <li>
        <Icon sign="s-none" />
        <span>
          {t('monitoring.publish.without-total', { count: preview.withoutTotal.length })}
          {preview.withoutTotal.length > 0
            ? `: ${preview.withoutTotal.map(({ name, coverage }) => `${name} (${t('monitoring.area.assessed', { coverage: coverageWords(coverage) })})`).join(', ')}`
            : ''}
        </span>
      </li>
    </ul>
  );
}

function IncompleteAnswers({ preview }: { preview: PublicationPreview }) {
  const { t, to } = useWords();
  if (preview.incompleteBy.length === 0) return null;
  return (
    <section className="section" aria-labelledby="h-incomplete">
      <h2 id="h-incomplete">{t('monitoring.publish.incomplete-list')}</h2>
      <ul className="stack stack--2">
        {preview.incompleteBy.map(({ teryt, name, indicators }) => (
          <li key={teryt}>
            {name}:{' '}
            {indicators.map((indicator, index) => (
              <span key={indicator}>
                {index > 0 ? ', ' : ''}
                <a href={to.coding(preview.slug, teryt, indicator)}>{indicator}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
