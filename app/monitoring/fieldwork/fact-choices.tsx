import { useField } from '#app/components/form.tsx';
import type { EvidenceItem } from '../cards/evidence.ts';
import { useWords } from '../bridge/use-words.ts';
import { factPath, factWords } from './fact-words.ts';
import type { PlatformFact } from './platform-facts.ts';

/** What this installation itself recorded, one tick to add; what was added already is left out. */
export function FactChoices({
  facts,
  evidence,
}: {
  facts: readonly PlatformFact[];
  evidence: readonly EvidenceItem[];
}) {
  const { t, to, locale } = useWords();
  const { values } = useField('fact');
  const offered = facts.filter(
    (fact) =>
      !evidence.some(
        (item) =>
          item.isPlatform &&
          item.note.startsWith(`${fact.title}:`) &&
          item.url.endsWith(factPath(to, fact).replace(/^\/en(?=\/)/, '')),
      ),
  );
  if (offered.length === 0) return null;
  return (
    <fieldset className="stack facts-offered">
      <legend>{t('fieldwork.facts.title')}</legend>
      <p className="hint">{t('fieldwork.facts.hint')}</p>
      <div className="choices">
        {offered.map((fact) => (
          <label className="choice" key={fact.id}>
            <input type="checkbox" name="fact" value={fact.id} defaultChecked={values?.includes(fact.id)} />
            <span>
              {fact.title}
              <small>{factWords({ t, locale }, fact)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
