import { useWords } from '../bridge/use-words.ts';
import type { BridgePage } from './bridges.server.ts';

/** Which indicators two versions have in common: figures may be compared on these alone. */
export function BridgeView({ bridge, version }: { bridge: BridgePage; version: string }) {
  const { t, say } = useWords();
  const heads = {
    old: t('fieldwork.bridge.old', { version: bridge.fromVersion }),
    own: t('fieldwork.bridge.old', { version }),
    how: t('fieldwork.bridge.how'),
  };
  return (
    <section className="stack mt-3" aria-labelledby="h-bridge">
      <h3 id="h-bridge">{t('fieldwork.bridge.title', { version: bridge.fromVersion })}</h3>
      <p>{t('fieldwork.bridge.text', { common: bridge.common, of: bridge.of })}</p>
      <div className="room">
        <table role="table" className="data data--stack">
          <caption className="vh">{t('fieldwork.bridge.caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('monitoring.indicator')}
              </th>
              <th role="columnheader" scope="col">
                {heads.old}
              </th>
              <th role="columnheader" scope="col">
                {heads.own}
              </th>
              <th role="columnheader" scope="col">
                {heads.how}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {bridge.rows.map((row) => (
              <tr key={`${row.from} ${row.to}`} role="row">
                <th role="rowheader" scope="row" className="plain">
                  {say(row.question)}
                </th>
                <td role="cell" data-label={heads.old}>
                  {row.from ?? '–'}
                </td>
                <td role="cell" data-label={heads.own}>
                  {row.to ?? '–'}
                </td>
                <td role="cell" data-label={heads.how}>
                  {t(`fieldwork.bridge.how.${row.kind}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
