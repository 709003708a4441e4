import { Form, Submit } from '#app/components/form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { PublicationPreview } from '../publication/preview-publication.server.ts';
import { useWords } from '../bridge/use-words.ts';
import type { PublicationBar } from '../fieldwork/publication-bars.server.ts';

/** What has to be done before an edition can be published, each with the way there. */
export function BarList({ preview }: { preview: PublicationPreview }) {
  const { t } = useWords();
  const { bars, borderWaived, doubleShare, stoodAside, state } = preview;
  return (
    <>
      {state === 'coding' && doubleShare === 0 ? <p className="note">{t('fieldwork.bars.off')}</p> : null}
      {stoodAside.length > 0 ? (
        <p className="note">{t('fieldwork.bars.stood-aside', { names: stoodAside.join(', ') })}</p>
      ) : null}
      {state === 'coding' && borderWaived.length > 0 ? (
        <p className="note">{t('fieldwork.bars.waived', { names: borderWaived.join(', ') })}</p>
      ) : null}
      {state === 'coding' && bars.length > 0 ? (
        <section className="section" aria-labelledby="h-bars">
          <h2 id="h-bars">{t('fieldwork.bars.title')}</h2>
          <ul className="effects w-56">
            {bars.map((bar) => (
              <li key={bar.code}>
                <Icon sign="s-none" />
                <Bar bar={bar} slug={preview.slug} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Bar({ bar, slug }: { bar: PublicationBar; slug: string }) {
  const { t, to, locale } = useWords();
  switch (bar.code) {
    case 'double-coding':
      return (
        <span>
          {t('fieldwork.bars.double-coding', { count: bar.count })}{' '}
          <a href={to.adjudication(slug)}>{t('fieldwork.nav.adjudication')}</a>
        </span>
      );
    case 'reply-open':
      return (
        <span>
          {t('fieldwork.bars.reply-open', { until: formatDateTime(locale, new Date(bar.until)) })}{' '}
          <a href={to.replyDesk(slug)}>{t('fieldwork.nav.replies')}</a>
        </span>
      );
    case 'reply-undecided':
      return (
        <span>
          {t('fieldwork.bars.reply-undecided', { count: bar.count })}{' '}
          <a href={to.replyDesk(slug)}>{t('fieldwork.nav.replies')}</a>
        </span>
      );
    case 'border':
      return (
        <div className="stack">
          <p>{t('fieldwork.bars.border', { count: bar.teryts.length })}</p>
          <Form className="actions">
            <input type="hidden" name="intent" value="border" />
            <Submit quiet>{t('fieldwork.bars.border.submit')}</Submit>
          </Form>
        </div>
      );
  }
}
