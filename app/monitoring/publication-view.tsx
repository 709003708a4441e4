import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { BarList } from './fieldwork/bar-list.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { PublicationBar } from './fieldwork/publication-bars.server.ts';
import type { PublicationPreview } from './preview-publication.server.ts';
import { coverageWords } from './score-words.ts';
import { useWords } from './use-words.ts';

export type PublicationProblem = 'published' | 'nothing-to-publish' | 'conflict' | PublicationBar['code'];

/** Effects first, then the decision. */
export function PublicationView({ preview, problem }: { preview: PublicationPreview; problem: PublicationProblem | null }) {
  const { t, to, locale } = useWords();
  return (
    <>
      <PageHead title={t('monitoring.publish')} kind={locale === 'pl' ? preview.titlePl : preview.titleEn} lead={t('monitoring.publish.lead')} />
      {problem ? <Notice warn><p role="alert">{t(problemKey(problem))}</p></Notice> : null}
      <BarList preview={preview} />
      <section className="section" aria-labelledby="h-effects">
        <h2 id="h-effects">{t('monitoring.publish.effects')}</h2>
        <Effects preview={preview} />
      </section>
      <IncompleteAnswers preview={preview} />
      {preview.state === 'coding' && preview.municipalities > 0 && preview.bars.length === 0 ? (
        <Form className="form section">
          <input type="hidden" name="stamp" value={preview.stamp} />
          <p>{t('monitoring.publish.final')}</p>
          <SubmitRow>
            <Submit>{t('monitoring.publish.submit', { count: preview.municipalities })}</Submit>
            <a className="btn btn--quiet" href={to.teamEdition(preview.slug)}>{t('form.cancel')}</a>
          </SubmitRow>
        </Form>
      ) : <p className="actions"><a className="btn btn--quiet" href={to.teamEdition(preview.slug)}>{t('monitoring.back')}</a></p>}
    </>
  );
}

function problemKey(problem: PublicationProblem): MessageKey {
  if (problem === 'published' || problem === 'nothing-to-publish' || problem === 'conflict') return `monitoring.publish.problem.${problem}`;
  return `fieldwork.bars.problem.${problem}`;
}

function Effects({ preview }: { preview: PublicationPreview }) {
  const { t } = useWords();
  const { complete, incomplete, unanswered, notApplicable, notAssessed, withheld, questions } = preview;
  return (
    <ul className="effects w-56">
      <li><Icon sign="s-full" /><span>{t('monitoring.publish.complete', { count: complete, of: questions })} {t('monitoring.publish.states', { notApplicable, notAssessed, withheld })}</span></li>
      <li><Icon sign="s-half" /><span>{t('monitoring.publish.incomplete', { count: incomplete })}</span></li>
      <li><Icon sign="s-wait" /><span>{t('monitoring.publish.unanswered', { count: unanswered })}</span></li>
      <li><Icon sign="s-ok" /><span>{t('monitoring.publish.with-total', { count: preview.withTotal })}</span></li>
      <li>
        <Icon sign="s-none" />
        <span>
          {t('monitoring.publish.without-total', { count: preview.withoutTotal.length })}
          {preview.withoutTotal.length > 0 ? `: ${preview.withoutTotal.map(({ name, coverage }) => `${name} (${t('monitoring.area.assessed', { coverage: coverageWords(coverage) })})`).join(', ')}` : ''}
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
            {name}: {indicators.map((indicator, index) => <span key={indicator}>{index > 0 ? ', ' : ''}<a href={to.coding(preview.slug, teryt, indicator)}>{indicator}</a></span>)}
          </li>
        ))}
      </ul>
    </section>
  );
}
