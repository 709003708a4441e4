import { Sentence } from '#app/components/polish.tsx';
import { Page, PageHead, Section, type Crumb } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatNumber } from '#app/i18n/numbers.ts';
import { tableFormats } from '../csv/table-shape.ts';
import { inFormat, type Format, type FormatGroup } from './formats.ts';

export type DownloadPage = {
  /** Name of the thing, what people wrote marked. */ title: string;
  heading: string;
  lead: string;
  crumbs: Crumb[];
  groups: FormatGroup[];
};

/** Every form in which one thing can be taken away, with what each keeps. */
export function DownloadView({ page: { title, heading, lead, crumbs, groups } }: { page: DownloadPage }) {
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[...crumbs, { label: heading }]}>
      <PageHead kind={<Sentence>{title}</Sentence>} title={heading} lead={lead} />
      {groups.map((group) => (
        <Section key={group.id} id={group.id} title={t(group.title)}>
          <ul className="rows w-56">
            {group.formats.map((format) => (
              <li key={format.href}>
                <FormatRow format={format} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p className="section note">
        {t('openness.download.licence')} <a href={to.api()}>{t('api.title')}</a>
      </p>
    </Page>
  );
}

function FormatRow({ format }: { format: Format }) {
  const t = useT();
  const locale = useLocale();
  // Whole kilobytes: a hint how long it takes, no more.
  const size =
    format.size === undefined ? '' : ` (${formatNumber(locale, Math.max(1, Math.round(format.size / 1000)))} kB)`;
  return (
    <div>
      <h3 className="sub-head">
        <a href={format.href}>
          {t(format.label)}, {format.extension}
        </a>
        {size}
      </h3>
      {format.extension === 'CSV' ? (
        <p>
          {tableFormats.map((kind, at) => (
            <span key={kind}>
              {at === 0 ? null : ', '}
              <a href={inFormat(format.href, kind)}>
                {t(`sheet.${kind}`)}
                <span className="vh"> ({t(format.label)})</span>
              </a>
            </span>
          ))}
        </p>
      ) : null}
      <p className="meta">{t(format.note)}</p>
    </div>
  );
}
