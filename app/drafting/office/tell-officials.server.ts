import type { Db } from '#app/db/client.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator, type MessageKey, type Translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { addToDigest } from '#app/mail/digest.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { officialAccounts } from './officials.server.ts';

/** What a letter is about: drafts of responses to some remarks, or something else that needs two, by its name and the page where it waits. */
type DraftsMeant =
  | {
      kind: 'rulings';
      numbers: readonly number[];
      /** Approved and not in force: collected to be released with others. */ isCollected?: boolean;
    }
  | { kind: 'office'; what: MessageKey; place?: 'unified' | 'covered' };

type Told = {
  consultation: { teryt: string; slug: string; title: string };
  drafts: DraftsMeant;
  /** Who did it, and is not told. */
  by: { id: string; displayName: string };
  /** Names this very event: the same is not told twice. */
  event: string;
  now?: Date;
};

/** Tells everybody who could approve them that drafts wait. */
export async function tellWaiting(tx: Db, told: Told): Promise<void> {
  await tell(tx, told, { what: 'waits', to: () => true });
}

/** Tells who drafted that it came back, and why. */
export async function tellReturned(tx: Db, told: Told & { draftedById: string; note: string }): Promise<void> {
  await tell(tx, told, { what: 'returned', to: (id) => id === told.draftedById, note: told.note });
}

/** Tells who drafted that another official has approved it. */
export async function tellApproved(tx: Db, told: Told & { draftedById: string }): Promise<void> {
  await tell(tx, told, { what: 'approved', to: (id) => id === told.draftedById });
}

type Message = { what: 'waits' | 'returned' | 'approved'; to: (officialId: string) => boolean; note?: string };

/** At once, or as a paragraph of the next morning's letter, as each official has chosen; nothing to those who are officials no more. */
async function tell(
  tx: Db,
  { consultation, drafts, by, event, now = new Date() }: Told,
  message: Message,
): Promise<void> {
  const { teryt, slug, title } = consultation;
  const readers = (await officialAccounts(tx, teryt)).filter(({ id }) => id !== by.id && message.to(id));
  for (const { id, email, locale, letters } of readers) {
    const t = translator(locale);
    const what = whatOf(t, drafts);
    const body = [
      t(`office.mail.${message.what}`, { what, name: by.displayName, title }),
      ...(drafts.kind === 'rulings' && drafts.isCollected ? [t('office.mail.collected')] : []),
      ...(message.note ? [t('office.mail.note', { note: message.note })] : []),
      absoluteUrl(placeOf(paths(locale), slug, { drafts, what: message.what })),
    ].join('\n\n');
    const letter = { to: email, locale, teryt };
    if (letters === 'daily')
      await addToDigest(tx, {
        ...letter,
        key: `office-day:${id}`,
        subject: t('office.mail.digest.subject'),
        intro: `${t('office.mail.digest.intro')}\n\n${absoluteUrl(paths(locale).office())}`,
        line: body,
        now,
      });
    else
      await queueMail(tx, {
        ...letter,
        dedupeKey: `office-draft:${message.what}:${event}:${id}`,
        subject: t(`office.mail.${message.what}.subject`, { what, title }),
        body: `${body}\n\n${t('office.mail.setting')}\n${absoluteUrl(paths(locale).account())}`,
      });
  }
}

/** Numbers written out in a letter; a bulk may hold hundreds. */
const numbersNamed = 10;

function whatOf(t: Translate, drafts: DraftsMeant): string {
  if (drafts.kind === 'office') {
    // The names are headings of their own elsewhere; here they stand inside a sentence.
    const name = t(drafts.what);
    return name.charAt(0).toLowerCase() + name.slice(1);
  }
  const { numbers } = drafts;
  const named = numbers.slice(0, numbersNamed).join(', ');
  const more = numbers.length - numbersNamed;
  return more > 0
    ? t('office.mail.rulings-more', { numbers: named, count: more })
    : t('office.mail.rulings', { numbers: named, count: numbers.length });
}

function placeOf(
  to: ReturnType<typeof paths>,
  slug: string,
  { drafts, what }: { drafts: DraftsMeant; what: Message['what'] },
): string {
  if (drafts.kind === 'office') {
    if (drafts.place === 'unified') return to.officeUnified(slug);
    return drafts.place === 'covered' ? to.coveredList(slug) : to.officeDrafts(slug);
  }
  if (drafts.isCollected) return to.basket(slug);
  const [only] = drafts.numbers;
  if (drafts.numbers.length === 1 && only !== undefined)
    return what === 'approved' ? to.remark(slug, only) : to.ruling(slug, only);
  return to.desk(slug, { stan: what === 'waits' ? 'drafts' : what === 'returned' ? 'returned' : 'done' });
}
