import { landing } from '#app/components/landing.tsx';
import { BroughtList } from '#app/drafting/acts/brought-list.tsx';
import { ReferenceNotes } from '#app/drafting/acts/reference-notes.tsx';
import { stateKeys } from '#app/drafting/state/remark-state.ts';
import { useT } from '#app/i18n/context.tsx';
import { EffectsList } from '../remarks/touched-amendment.tsx';
import { ChangedText } from './changed-text.tsx';
import type { EffectsView } from './effects-view.server.ts';

type Props = {
  effects: EffectsView;
  slug: string;
  /** The unit that the remark is about. */
  citation: string;
  /** Asked for, or of a draft: the decision is named. Else it is what accepting would do. */
  wasAsked: boolean;
  /** Apart from the other effects on a page. */
  id?: string;
  folded?: boolean;
};

/** What follows, before anything is written. */
export function Effects({ effects, slug, citation, wasAsked, id = 'skutki', folded = false }: Props) {
  const t = useT();
  const byFit = (['conflict', 'adapted', 'contained', 'unchanged'] as const).map((fit) => ({
    fit,
    remarks: effects.touched.filter((remark) => remark.fit === fit),
  }));
  const counted = (
    <>
      {t('drafting.ruling.touched', { count: effects.touched.length })}{' '}
      {byFit
        .filter(({ remarks }) => remarks.length > 0)
        .map(({ fit, remarks }) => t(`drafting.ruling.touched.${fit}`, { count: remarks.length }))
        .join(', ')}
    </>
  );
  return (
    <section aria-labelledby={`h-${id}`} id={id}>
      <h3 id={`h-${id}`} {...(wasAsked && id === 'skutki' ? landing : {})}>
        {t('drafting.ruling.effects')}
      </h3>
      <p className="by">{wasAsked ? t(stateKeys[effects.decision]) : t('drafting.ruling.effects-accept')}</p>
      <EffectText effects={effects} citation={citation} />
      <BroughtList problems={effects.problems} />
      <ReferenceNotes changes={effects.references} />
      <EffectsList
        slug={slug}
        counted={counted}
        touched={byFit.flatMap(({ remarks }) => remarks)}
        letters={effects.letters}
        folded={folded}
      />
    </section>
  );
}

function EffectText({ effects, citation }: Pick<Props, 'effects' | 'citation'>) {
  const t = useT();
  if (effects.result.length === 0) return <p>{t('drafting.ruling.no-text-change')}</p>;
  return (
    <>
      <ChangedText units={effects.result} />
      {effects.deletes ? (
        <p>
          {t('drafting.ruling.deletes', { citation })}
          {effects.renumbers ? ` ${t('drafting.ruling.renumbers')}` : ''}
        </p>
      ) : null}
    </>
  );
}
