import type { FormProblem } from '#app/components/form.tsx';
import { useT } from '#app/i18n/context.tsx';
import { EndMarkLine } from './end-mark-line.tsx';
import { markValue, type NeighbourMark } from './neighbour-marks.ts';

type Props = {
  marks: readonly (NeighbourMark & { citation: string })[];
  /** What they are offered for: chosen for something else they are not taken. */ offeredFor: string;
  values: FormProblem['values'] | undefined;
};

/** Marks at the ends of neighbours that go wrong with a change, mended as a part of it unless the official says otherwise. */
export function MarkFields({ marks, offeredFor, values }: Props) {
  const t = useT();
  if (marks.length === 0) return null;
  const wasShown = values?.['marks-for']?.[0] === offeredFor;
  return (
    <fieldset>
      <legend>{t('register.marks')}</legend>
      <p className="hint">{t('drafting.ruling.marks-hint')}</p>
      <input type="hidden" name="marks-for" value={offeredFor} />
      <div className="choices">
        {marks.map((mark) => (
          <label className="choice" key={mark.clauseId}>
            <input
              type="checkbox"
              name="marks"
              value={markValue(mark)}
              defaultChecked={wasShown ? values?.marks?.includes(markValue(mark)) : true}
            />
            <EndMarkLine citation={mark.citation} before={mark.before} after={mark.after} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
