import { Polish } from '#app/components/polish.tsx';
import { useT } from '#app/i18n/context.tsx';
import type { Card } from './board-view.ts';
import { marksField } from './marks-form.ts';
import type { BoardPage } from './read-board.server.ts';
import { mostOnOne } from './weigh.ts';

/** Marks for every answer, by groups; nothing is chosen beforehand but what was given before. */
export function MarksForm({ page, typed }: { page: BoardPage; typed: Readonly<Record<number, number>> }) {
  const t = useT();
  const { content, board } = page;
  const most = mostOnOne(board.marksEach);
  const loose = content.loose.filter(({ kind, text }) => kind === 'answer' && text !== null);
  const parts = [
    ...content.groups.map(({ number, name, answers }) => ({ id: `g-${number}`, name, isWords: true, answers })),
    { id: 'g-0', name: t('boards.weigh-loose'), isWords: false, answers: loose },
  ].filter(({ answers }) => answers.length > 0);
  if (parts.length === 0) return <p>{t('boards.weigh-none')}</p>;
  return (
    <form method="post" className="form">
      <input type="hidden" name="revision" value={page.participant?.revision ?? 1} />
      {parts.map(({ id, name, isWords, answers }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} className="size-5">
            {isWords ? <Polish>{name}</Polish> : name}
          </h2>
          <ul className="weighed weighed--vote">
            {answers.map((answer) => (
              <Vote key={answer.number} answer={answer} most={most} given={typed[answer.number] ?? 0} />
            ))}
          </ul>
        </section>
      ))}
      <p className="actions">
        <button className="btn" type="submit">
          {t('boards.weigh-submit')}
        </button>
      </p>
      <p className="hint">{t('boards.weigh-cookie')}</p>
    </form>
  );
}

function Vote({ answer, most, given }: { answer: Card; most: number; given: number }) {
  const id = `w-${answer.number}`;
  return (
    <li>
      <p className="law" id={id}>
        <Polish>{answer.text}</Polish>
      </p>
      <fieldset className="scale" aria-labelledby={id}>
        {Array.from({ length: most + 1 }, (_, count) => (
          <label key={count}>
            <input
              type="radio"
              name={marksField(answer.number)}
              value={count}
              defaultChecked={Math.min(given, most) === count}
            />
            <span>{count}</span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}
