import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { PageHead } from '#app/components/page-parts.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import { editionTitle } from '../cards/edition-title.ts';
import type { ReplyLinkDoor } from './inspect-reply-link.server.ts';

/** What the link in the letter leads to: what it is first, then a button, so that a program that looks through mail opens nothing. */
export function ReplyLinkDoorView({ door }: { door: ReplyLinkDoor }) {
  const { t, locale } = useWords();
  const until = formatDateTime(locale, new Date(door.endsAt));
  return (
    <>
      <PageHead
        title={t('fieldwork.office.title')}
        kind={`${editionTitle(locale, door)}, ${door.municipality}`}
        lead={t('fieldwork.link.door', { team: door.teamName, municipality: door.municipality, until })}
      />
      <p>{t('fieldwork.link.door.pass-on')}</p>
      <Form>
        <p className="note">{t('fieldwork.link.door.receipt')}</p>
        <SubmitRow>
          <Submit name="intent" value="open">
            {t('fieldwork.link.open')}
          </Submit>
        </SubmitRow>
      </Form>
    </>
  );
}
