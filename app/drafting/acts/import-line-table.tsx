import { Icon } from '#app/components/icon.tsx';
import { Submit } from '#app/components/form.tsx';
import { useT } from '#app/i18n/context.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { LineRole } from '#app/text/tree/types.ts';
import { lineRoleChoices, type ReviewLine, type RoleChoice } from './import-lines.ts';

type Props = {
  page: { lines: ReviewLine[]; revision: number; from: number; slug: string | null };
  /** What was picked in a form that was refused, to be picked again. */
  choices: readonly RoleChoice[];
};

/** Source lines with their roles: one form for the lines shown. Read only once the text is published. */
export function ImportLines({ page, choices }: Props) {
  const t = useT();
  const picked = new Map(choices.map((choice) => [choice.line, choice.role]));
  const table = (
    <div className="room">
      <table className="data data--dense source-lines">
        <caption className="vh">{t('import.lines-title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.col-line')}</th>
            <th scope="col">{t('import.col-text')}</th>
            <th scope="col">{t('import.col-role')}</th>
          </tr>
        </thead>
        <tbody>
          {page.lines
            .filter((line) => line.role !== 'blank')
            .map((line) => (
              <LineRow
                key={line.line}
                line={line}
                picked={picked.get(line.line) ?? null}
                readOnly={page.slug !== null}
              />
            ))}
        </tbody>
      </table>
    </div>
  );
  if (page.slug !== null) return table;
  return (
    <form method="post" className="stack">
      <input type="hidden" name="revision" value={page.revision} />
      <input type="hidden" name="wiersz" value={page.from} />
      {table}
      <p className="actions sticky-actions">
        <Submit>{t('import.save-roles')}</Submit>
        <span className="note">{t('import.save-roles-note')}</span>
      </p>
    </form>
  );
}

function LineRow({
  line,
  picked,
  readOnly,
}: {
  line: ReviewLine;
  picked: RoleChoice['role'] | null;
  readOnly: boolean;
}) {
  const t = useT();
  const changed = picked !== null && picked !== 'auto' && picked !== line.role;
  return (
    <tr id={`w${line.line}`} className={line.doubtful ? 'doubtful' : undefined}>
      <th scope="row" className="num">
        {line.line}
      </th>
      <td className="source-text">
        {line.doubtful ? (
          <span className="doubt">
            <Icon sign="s-wait" /> {t('import.doubt-word')}
          </span>
        ) : null}
        {line.text}
      </td>
      <td>
        {line.citation ? <span className="cited">{line.citation}</span> : null}
        {readOnly ? t(roleKey(line.role)) : <RoleSelect line={line} picked={picked} />}
        {line.byHand ? <span className="hint">{t('import.by-hand')}</span> : null}
        {changed ? <span className="hint">{t('import.yours-differs', { role: t(roleKey(line.role)) })}</span> : null}
      </td>
    </tr>
  );
}

function RoleSelect({ line, picked }: { line: ReviewLine; picked: RoleChoice['role'] | null }) {
  const t = useT();
  return (
    <select
      className="input input--dense"
      name={`r${line.line}`}
      defaultValue={picked ?? (line.doubtful ? 'auto' : line.role)}
      aria-label={t('import.role-of', { line: line.line })}
    >
      {line.byHand ? <option value="auto">{t('import.role-auto')}</option> : null}
      {line.doubtful ? <option value="auto">{t('import.role-guess', { role: t(roleKey(line.role)) })}</option> : null}
      {lineRoleChoices.map((role) => (
        <option key={role} value={role}>
          {t(roleKey(role))}
        </option>
      ))}
    </select>
  );
}

/** What a line is, in words. */
function roleKey(role: LineRole): MessageKey {
  return `import.role.${role}`;
}
