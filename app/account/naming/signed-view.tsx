import { Polish } from '#app/components/polish.tsx';
import { Submit, SubmitRow } from '#app/components/form.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { firstWords } from '#app/drafting/state/first-words.ts';
import type { SignedText, SignedTexts } from './signed-texts.server.ts';

/** The consent as a whole: withdrawn everywhere, or given again for what is to come. */
export function AllNames({ page: { total, unnamedSince } }: { page: SignedTexts }) {
  const t = useT();
  const locale = useLocale();
  return (
    <form method="post" className="form">
      {unnamedSince ? <p className="note">{t('names.unnamed', { date: formatDate(locale, unnamedSince) })}</p> : null}
      {unnamedSince && total === 0 ? (
        <SubmitRow>
          <Submit name="intent" value="allow" quiet>
            {t('names.allow')}
          </Submit>
        </SubmitRow>
      ) : (
        <>
          <p className="hint">{t('names.all-note', { count: total })}</p>
          <SubmitRow>
            <Submit name="intent" value="all">
              {t('names.all')}
            </Submit>
          </SubmitRow>
        </>
      )}
    </form>
  );
}

export function SignedList({ page: { texts, total } }: { page: SignedTexts }) {
  const t = useT();
  if (texts.length === 0) return <p className="by mt-4">{t('names.none')}</p>;
  return (
    <>
      <ul className="rows rows--split mt-4">
        {texts.map((text) => (
          <SignedRow key={text.id} text={text} />
        ))}
      </ul>
      {total > texts.length ? <p className="by">{t('names.more', { shown: texts.length, total })}</p> : null}
    </>
  );
}

function SignedRow({ text: { kind, id, title, slug, number, remark, words, at, name } }: { text: SignedText }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const talk = () =>
    remark === null
      ? to.talk(slug, number, { watek: id }, `k-${id}`)
      : to.remarkTalk(slug, remark, { watek: id }, `k-${id}`);
  const what = kind === 'filing' ? t('names.filing', { number }) : t('names.comment');
  return (
    <li>
      <div>
        <h3 className="sub-head">
          <a href={kind === 'filing' ? to.filing(slug, number) : talk()}>{what}</a>
        </h3>
        <p className="meta">
          <Polish>{title}</Polish>, {formatDate(locale, at)}, {name}
        </p>
        <p className="by">
          <Polish>{firstWords(words)}</Polish>
        </p>
      </div>
      <form method="post">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="text" value={id} />
        <button className="btn btn--quiet btn--small" type="submit" name="intent" value="one">
          {t('names.one')}
          <span className="vh">
            : {what}, {title}
          </span>
        </button>
      </form>
    </li>
  );
}
