import {
  CheckField,
  Form,
  FieldErrorLine,
  SelectField,
  Submit,
  SubmitRow,
  TextField,
  useField,
  type FormProblem,
} from '#app/components/form.tsx';
import { Empty, Notice, Section } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';
import type { TokenRow } from './list-tokens.server.ts';
import { scopes, tokenDays } from './token-rules.ts';

/** The one page that shows a token: it is stored nowhere. */
export function NewToken({ secret }: { secret: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <Notice>
      <h2>{t('openness.token.new.title')}</h2>
      <p>{t('openness.token.new.text')}</p>
      <p>
        <code className="secret" id="zeton">
          {secret}
        </code>
      </p>
      <p>
        <a href={to.tokens()}>{t('openness.token.new.done')}</a>
      </p>
    </Notice>
  );
}

export function TokenList({ tokens }: { tokens: readonly TokenRow[] }) {
  const t = useT();
  return (
    <Section id="zetony" title={t('openness.tokens.yours')}>
      {tokens.length === 0 ? (
        <Empty>
          <p>{t('openness.tokens.none')}</p>
        </Empty>
      ) : (
        <ul className="rows rows--split w-56">
          {tokens.map((token) => (
            <TokenItem key={token.id} token={token} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function TokenItem({ token }: { token: TokenRow }) {
  const t = useT();
  const locale = useLocale();
  const dates = t('openness.token.dates', {
    created: formatDate(locale, token.createdAt),
    expires: formatDate(locale, token.expiresAt),
  });
  const used = token.lastUsedAt
    ? t('openness.token.used', { date: formatDateTime(locale, token.lastUsedAt) })
    : t('openness.token.unused');
  return (
    <li>
      <div>
        <p>
          <b>{token.name}</b>
        </p>
        <p className="meta">
          {scopes
            .filter((scope) => token.scopes.includes(scope))
            .map((scope) => t(`openness.token.scope.${scope}`))
            .join(', ')}
        </p>
        <p className="meta">{dates}</p>
        <p className="meta">{used}</p>
      </div>
      <form method="post">
        <input type="hidden" name="token" value={token.id} />
        <button className="btn btn--quiet btn--small" type="submit" name="intent" value="revoke">
          {t('openness.token.revoke')}
          <span className="vh">: {token.name}</span>
        </button>
      </form>
    </li>
  );
}

export function TokenForm({ failure }: { failure: FormProblem | null | undefined }) {
  const t = useT();
  return (
    <Section id="nowy" title={t('openness.token.create')}>
      <Form failure={failure}>
        <TextField
          name="tokenName"
          max={bounds.tokenName}
          label={t('openness.token.name')}
          hint={t('openness.token.name-hint')}
        />
        <SelectField
          name="days"
          short
          label={t('openness.token.days')}
          defaultValue="90"
          choices={tokenDays.map((days) => ({ value: String(days), label: t('openness.token.days-choice', { days }) }))}
        />
        <ScopeFields />
        <SubmitRow>
          <Submit name="intent" value="create">
            {t('openness.token.create')}
          </Submit>
        </SubmitRow>
      </Form>
    </Section>
  );
}

function ScopeFields() {
  const t = useT();
  const field = useField('scopes', false, t('openness.token.scopes'));
  return (
    <fieldset className="field" aria-describedby={field.describedBy}>
      <legend>{t('openness.token.scopes')}</legend>
      {scopes.map((scope) => (
        <CheckField key={scope} name="scopes" value={scope} label={t(`openness.token.scope.${scope}`)} />
      ))}
      {scopes.length > 1 ? <FieldErrorLine field={field} /> : null}
    </fieldset>
  );
}
