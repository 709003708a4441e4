import { Form, RadioField, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { Notice, PageHead, Section } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import { NOTICE_WAYS } from '../cards/asking.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { dayWords } from '../cards/score-words.ts';
import type { NoticePage } from './notice-page.server.ts';
import { ReplyLinkSection } from './reply-link-section.tsx';

type Props = {
  page: NoticePage;
  failure: FormProblem | null;
  link: Omit<Parameters<typeof ReplyLinkSection>[0], 'page'>;
};

/** How an office is told of its term: by a link without an account, or outside the program. */
export function NoticeView({ page, failure, link }: Props) {
  const { t, locale } = useWords();
  const { notice, municipality, receivedAt } = page;
  return (
    <>
      <PageHead
        title={t('fieldwork.notice.title')}
        kind={`${editionTitle(locale, page)}, ${municipality.name}`}
        lead={t('fieldwork.notice.lead', { until: formatDateTime(locale, new Date(page.endsAt)) })}
      />
      {receivedAt ? (
        <Notice>
          <p>{t('fieldwork.notice.received', { at: formatDateTime(locale, new Date(receivedAt)) })}</p>
        </Notice>
      ) : null}
      <ReplyLinkSection page={page} {...link} />
      {notice ? (
        <Section id="h-notice" title={t('fieldwork.notice.entered')}>
          <dl className="kv">
            <dt>{t('fieldwork.notice.way')}</dt>
            <dd>{t(`fieldwork.notice.way.${notice.way}`)}</dd>
            <dt>{t('fieldwork.notice.to')}</dt>
            <dd>{notice.to}</dd>
            <dt>{t('fieldwork.notice.number')}</dt>
            <dd>{notice.number}</dd>
            <dt>{t('fieldwork.notice.sent')}</dt>
            <dd>{dayWords(locale, notice.sentOn)}</dd>
            <dt>{t('fieldwork.notice.delivered')}</dt>
            <dd>{notice.deliveredOn ? dayWords(locale, notice.deliveredOn) : t('fieldwork.notice.unknown')}</dd>
            {notice.proof ? (
              <>
                <dt>{t('fieldwork.notice.proof')}</dt>
                <dd>{notice.proof}</dd>
              </>
            ) : null}
            <dt>{t('fieldwork.notice.by')}</dt>
            <dd>{notice.by}</dd>
          </dl>
        </Section>
      ) : null}
      {page.isOpen ? (
        <Section id="h-enter" title={t(notice ? 'fieldwork.notice.correct' : 'fieldwork.notice.enter')}>
          <Form failure={failure}>
            <input type="hidden" name="seen" value={page.seen} />
            <RadioField
              name="way"
              label={t('fieldwork.notice.way')}
              defaultValue={notice?.way}
              choices={NOTICE_WAYS.map((way) => ({ value: way, label: t(`fieldwork.notice.way.${way}`) }))}
            />
            <TextField
              name="to"
              max={bounds.noticeTo}
              label={t('fieldwork.notice.to')}
              hint={t('fieldwork.notice.to.hint')}
              defaultValue={notice?.to}
            />
            <TextField
              name="number"
              max={bounds.noticeNumber}
              label={t('fieldwork.notice.number')}
              defaultValue={notice?.number}
            />
            <TextField
              name="sentOn"
              type="date"
              short
              label={t('fieldwork.notice.sent')}
              defaultValue={notice?.sentOn}
            />
            <TextField
              name="deliveredOn"
              type="date"
              short
              label={t('fieldwork.notice.delivered')}
              hint={t('fieldwork.notice.delivered.hint')}
              defaultValue={notice?.deliveredOn ?? undefined}
            />
            <TextField
              name="proof"
              max={bounds.noticeProof}
              label={t('fieldwork.notice.proof')}
              hint={t('fieldwork.notice.proof.hint')}
              defaultValue={notice?.proof}
            />
            <SubmitRow>
              <Submit>{t('fieldwork.notice.submit')}</Submit>
            </SubmitRow>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
