import {
  Form,
  RadioField,
  SelectField,
  Submit,
  SubmitRow,
  TextArea,
  TextField,
  type FormProblem,
} from '#app/components/form.tsx';
import { State } from '#app/components/icon.tsx';
import { Empty, Notice, PageHead, Section } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { formatDate } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import { TIE_KINDS } from './ties.ts';
import type { TiesPage } from './ties-page.server.ts';

type Props = { page: TiesPage; chosen: string; failure: FormProblem | null; problem: string | null };

/** Declarations about ties: the viewer's own, and the form for one more. */
export function TiesView({ page, chosen, failure, problem }: Props) {
  const { t, say, locale } = useWords();
  const before = page.ties.find((tie) => tie.teryt === chosen);
  return (
    <>
      <PageHead title={t('fieldwork.ties.title')} lead={t('fieldwork.ties.lead')} />
      {problem ? (
        <Notice warn>
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Section id="h-mine" title={t('fieldwork.ties.mine')}>
        {page.ties.length === 0 ? (
          <Empty>
            <p>{t('fieldwork.ties.none-yet')}</p>
          </Empty>
        ) : (
          <ul className="picks" role="list">
            {page.ties.map((tie) => (
              <li key={tie.teryt}>
                <span>
                  <b>{tie.municipality}</b>:{' '}
                  <State sign={tie.kind === 'none' ? 's-full' : 's-none'}>{t(`fieldwork.ties.kind.${tie.kind}`)}</State>
                  {tie.words ? (
                    <>
                      . <span className="said">{tie.words}</span>
                    </>
                  ) : null}{' '}
                  <span className="quiet">
                    {t('fieldwork.ties.dates', { since: tie.since ?? 'none', until: tie.until ?? 'none' })}{' '}
                    {t('fieldwork.ties.declared', { date: formatDate(locale, new Date(tie.declaredAt)) })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {page.undeclared.length > 0 ? (
        <Section id="h-undeclared" title={t('fieldwork.ties.all')}>
          <p className="note">{t('fieldwork.ties.all.text')}</p>
          {page.undeclared.map(({ slug, title, rest }) => (
            <Form key={slug} className="actions" failure={null}>
              <input type="hidden" name="intent" value="all" />
              <input type="hidden" name="edition" value={slug} />
              <input type="hidden" name="rest" value={rest} />
              <p>
                <b>{say(title)}</b>: {t('fieldwork.ties.all.rest', { count: rest })}
              </p>
              <Submit quiet>{t('fieldwork.ties.all.submit')}</Submit>
            </Form>
          ))}
        </Section>
      ) : null}
      <Section id="h-declare" title={t('fieldwork.ties.new')}>
        <Form failure={failure}>
          <SelectField
            name="teryt"
            label={t('fieldwork.ties.municipality')}
            defaultValue={chosen}
            choices={[
              { value: '', label: t('fieldwork.ties.choose') },
              ...page.municipalities.map(({ teryt, name }) => ({ value: teryt, label: `${name} (${teryt})` })),
            ]}
          />
          <RadioField
            name="kind"
            label={t('fieldwork.ties.kind')}
            defaultValue={before?.kind}
            choices={(['none', ...TIE_KINDS] as const).map((kind) => ({
              value: kind,
              label: t(`fieldwork.ties.kind.${kind}`),
            }))}
          />
          <TextArea
            name="words"
            max={bounds.tieWords}
            rows={3}
            optional
            label={t('fieldwork.ties.words')}
            hint={t('fieldwork.ties.words.hint')}
            defaultValue={before?.words ?? ''}
          />
          <TextField
            name="since"
            type="date"
            short
            optional
            label={t('fieldwork.ties.since')}
            defaultValue={before?.since ?? ''}
          />
          <TextField
            name="until"
            type="date"
            short
            optional
            label={t('fieldwork.ties.until')}
            hint={t('fieldwork.ties.until.hint')}
            defaultValue={before?.until ?? ''}
          />
          <p className="by">{t('fieldwork.ties.public', { sentence: t('fieldwork.stood-aside', { count: 1 }) })}</p>
          <SubmitRow>
            <Submit>{t('fieldwork.ties.submit')}</Submit>
          </SubmitRow>
        </Form>
      </Section>
    </>
  );
}
