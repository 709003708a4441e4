import { Section } from '#app/components/page-parts.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { FormatGroup } from './formats.ts';

/** Every form in which one thing can be taken away, with what each is good for. */
export function DownloadView({ groups }: { groups: readonly FormatGroup[] }) {
  const t = useT();
  const to = usePaths();
  return (
    <>
      {groups.map((group) => (
        <Section key={group.id} id={group.id} title={t(group.title)}>
          <ul className="rows w-56">
            {group.formats.map((format) => (
              <li key={format.href}>
                <div>
                  <h3 className="sub-head"><a href={format.href}>{t(format.label)}, {format.extension}</a></h3>
                  <p className="meta">{t(format.note)}</p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p className="section note">{t('openness.download.licence')} <a href={to.api()}>{t('api.title')}</a></p>
    </>
  );
}
