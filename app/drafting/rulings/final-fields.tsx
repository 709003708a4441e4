import { SelectField, TextArea } from '#app/components/form.tsx';
import { useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { textLimits } from '#app/drafting/state/remark.ts';
import { rowsFor } from '../register/propose-form.tsx';
import type { RulingField } from './ruling-page.server.ts';

type Props = {
  field: RulingField;
  label: string;
  anchors: readonly { id: string; citation: string }[];
  /** Number of the remark, where a form answers several. */
  of?: number;
};

/** Other words than those proposed, for one operation of an amendment. */
export function FinalFields({ field, label, anchors, of }: Props) {
  const t = useT();
  const name = (kind: 'final' | 'rest' | 'anchor') =>
    of === undefined ? `${kind}-${field.seq}` : `${kind}-${of}-${field.seq}`;
  return (
    <>
      <TextArea
        name={name('final')}
        max={textLimits.whole}
        label={bindSpaces(label)}
        hint={t(field.op === 'delete' ? 'drafting.ruling.final-delete-hint' : 'drafting.ruling.final-hint')}
        defaultValue={field.draft}
        rows={rowsFor(field.draft)}
        law
      />
      {field.rest === null ? null : (
        <TextArea
          name={name('rest')}
          max={textLimits.whole}
          label={t('textwork.split.rest')}
          hint={t('textwork.split.rest-hint')}
          defaultValue={field.rest}
          rows={rowsFor(field.rest)}
          law
        />
      )}
      {field.current === null ? (
        <SelectField
          name={name('anchor')}
          label={t('drafting.ruling.anchor')}
          short
          choices={[
            { value: '', label: t('drafting.ruling.anchor-none') },
            ...anchors.map(({ id, citation }) => ({ value: id, label: citation })),
          ]}
        />
      ) : null}
    </>
  );
}
