import { usePaths, useT } from '#app/i18n/context.tsx';
import type { MunicipalityRow } from './search.server.ts';

/** One municipality in a list, told apart from its namesakes by kind, county and code. */
export function MunicipalityItem({ row }: { row: MunicipalityRow }) {
  const t = useT();
  const to = usePaths();
  return (
    <li>
      <div>
        <h3 className="sub-head">
          <a href={to.municipality(row.teryt)}>{row.name}</a>{' '}
          {row.isDemo ? <span className="office">{t('municipality.demo')}</span> : null}{' '}
          {row.isFormer ? <span className="office">{t('municipality.former')}</span> : null}
        </h3>
        <p className="meta">
          {t(`municipality.kind.${row.kind}`)},{' '}
          {row.countyRights ? t('municipality.county-rights') : t('municipality.in-county', { county: row.county })}
        </p>
      </div>
      <p className="meta">
        {row.voivodeship}, <span className="num">{row.teryt}</span>
      </p>
    </li>
  );
}
