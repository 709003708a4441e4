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
import { useT } from '#app/i18n/context.tsx';
import { boardBounds, cardKinds, cardTrouble, pointsOfView, type BoardState } from './board.ts';
import type { Card } from './board-view.ts';

type WriteFormProps = {
  board: BoardState;
  cards: readonly Card[];
  /** Made anew with every page; what is sent twice with it is one card. */ once: string;
  name: string;
  failure: FormProblem | null | undefined;
  now: Date;
};

const shortOf = ({ number, text }: Card) => `${number}. ${(text ?? '').slice(0, 80)}`;

/** One card, on a phone: what it is, whose, the words, and a signature only if wished. */
export function WriteForm({ board, cards, once, name, failure, now }: WriteFormProps) {
  const t = useT();
  const kinds = cardKinds.filter((kind) => cardTrouble(board, kind, now) === null);
  // What was typed stays on the page, whatever was closed meanwhile.
  if (kinds.length === 0 && !failure) return <p>{t('boards.write-closed')}</p>;
  const shown = kinds.length > 0 ? kinds : cardKinds;
  const takesAnswers = shown.includes('answer');
  const open = cards.filter(({ text }) => text !== null);
  const targets = open.filter(({ kind }) => kind === 'obstacle' || kind === 'need');
  const resources = open.filter(({ kind }) => kind === 'resource');
  return (
    <div data-live-send="">
      <Form failure={failure} id="karta">
        <input type="hidden" name="once" value={once} />
        <RadioField
          name="kind"
          label={t('boards.what')}
          choices={shown.map((kind) => ({ value: kind, label: t(`boards.kind.${kind}`) }))}
        />
        <RadioField
          name="view"
          label={t('boards.whose')}
          choices={pointsOfView.map((view) => ({ value: view, label: t(`boards.view.${view}`) }))}
        />
        <TextArea
          name="text"
          label={t('boards.text')}
          hint={t('boards.text-hint')}
          max={boardBounds.card}
          rows={3}
          device={false}
        />
        {takesAnswers ? (
          <>
            <SelectField
              name="answers"
              label={t('boards.answers-what')}
              choices={[
                { value: '', label: t('boards.answers-nothing') },
                ...targets.map((card) => ({ value: String(card.number), label: shortOf(card), lang: 'pl' as const })),
              ]}
            />
            <SelectField
              name="uses"
              label={t('boards.uses-what')}
              choices={[
                { value: '', label: t('boards.uses-nothing') },
                ...resources.map((card) => ({ value: String(card.number), label: shortOf(card), lang: 'pl' as const })),
              ]}
            />
          </>
        ) : (
          <>
            <input type="hidden" name="answers" value="" />
            <input type="hidden" name="uses" value="" />
          </>
        )}
        <TextField
          name="signature"
          label={t('boards.signature')}
          hint={t('boards.signature-hint')}
          optional
          max={boardBounds.signature}
          defaultValue={name}
        />
        <SubmitRow>
          <Submit>{t('boards.write-submit')}</Submit>
        </SubmitRow>
        <p className="hint">{t('boards.privacy')}</p>
      </Form>
    </div>
  );
}
