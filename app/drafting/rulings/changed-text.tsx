import { Redline } from '#app/components/redline.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import type { ChangedUnit } from './changed-units.ts';

/** The units that change, as they will be, with what goes and what comes marked. */
export function ChangedText({ units }: { units: readonly ChangedUnit[] }) {
  return (
    <div className="preview">
      {units.map((unit, at) => (
        <p key={at}>
          {unit.label ? `${bindSpaces(unit.label)} ` : ''}
          <Redline spans={unit.spans} />
        </p>
      ))}
    </div>
  );
}
