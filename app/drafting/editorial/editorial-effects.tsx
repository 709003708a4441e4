import { landing } from '#app/components/landing.tsx';
import { BroughtList } from '#app/drafting/acts/brought-list.tsx';
import { Renumbered } from '#app/drafting/acts/redline-parts.tsx';
import { RedlineUnits } from '#app/drafting/acts/redline-view.tsx';
import { ReferenceNotes } from '#app/drafting/acts/reference-notes.tsx';
import { useT } from '#app/i18n/context.tsx';
import { EffectsList } from '../remarks/touched-amendment.tsx';
import type { EditorialPreview } from './editorial-page.server.ts';

/** The exact result, what becomes of references and of the open amendments, before anything is written. */
export function EditorialEffects({
  preview,
  slug,
  folded = false,
}: {
  preview: EditorialPreview;
  slug: string;
  folded?: boolean;
}) {
  const t = useT();
  const { diff, touched, letters, references, problems } = preview;
  return (
    <section className="stack" aria-labelledby="h-skutki" id="skutki">
      <h2 className="size-5" id="h-skutki" {...landing}>
        {t('textwork.edit.effects')}
      </h2>
      <div className="act act--hung act--inside redline" lang="pl">
        <RedlineUnits units={diff.units} context={{ slug, causes: {}, versions: new Map() }} />
      </div>
      <Renumbered items={diff.renumbered} />
      <BroughtList problems={problems} />
      <ReferenceNotes changes={references} />
      <EffectsList
        slug={slug}
        counted={t('drafting.ruling.touched', { count: touched.length })}
        touched={touched}
        letters={letters}
        folded={folded}
      />
    </section>
  );
}
