import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createToken } from '#app/api/tokens/create-token.server.ts';
import { listTokens } from '#app/api/tokens/list-tokens.server.ts';
import { revokeToken } from '#app/api/tokens/revoke-token.server.ts';
import { newTokenForm, revokeTokenForm } from '#app/api/tokens/token-rules.ts';
import { NewToken, TokenForm, TokenList } from '#app/api/tokens/token-views.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { requireVerified } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import type { Viewer } from '#app/people/viewer.ts';

export const loader = handler(async ({ request, db }) => ({
  tokens: await listTokens(db, { viewer: await requireVerified(request) }),
}));

export const action = handler(async (context) => {
  const viewer = await requireVerified(context.request);
  const form = await readForm(context.request);
  switch (form.get('intent')) {
    case 'create':
      return create(context, viewer, form);
    case 'revoke': {
      const read = parseForm(form, revokeTokenForm);
      if (!read.ok) throw new AppError('bad-request', 'no token named');
      await revokeToken(context.db, { viewer, id: read.value.token });
      return seeOther(`${context.to.tokens()}?info=token-revoked`);
    }
    default:
      throw new AppError('bad-request', 'unknown intent');
  }
});

async function create({ db }: Context, viewer: Viewer, form: FormData) {
  const read = parseForm(form, newTokenForm);
  if (!read.ok) return refuse(read.failure);
  const { tokenName: name, days, scopes } = read.value;
  const made = await createToken(db, { viewer, name, days, scopes });
  if (!made.ok && made.error.code === 'too-many') return refuseForNow(read.values, 'tokenName', made.error.seconds);
  if (!made.ok)
    return refuse(
      fieldFailure(
        read.values,
        'tokenName',
        made.error.code === 'full' ? 'openness.error.too-many-tokens' : 'notice.confirm-first',
      ),
      409,
    );
  // No redirect: the secret is in this answer and nowhere else.
  return data({ secret: made.value.secret, failure: null }, { headers: { 'Cache-Control': 'no-store' } });
}

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'openness.tokens');

export default function Tokens() {
  const { tokens } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('nav.home'), to: to.home() },
        { label: t('nav.account'), to: to.account() },
        { label: t('openness.tokens') },
      ]}
    >
      <PageHead title={t('openness.tokens')} lead={t('openness.tokens.note')}>
        <p>
          <a href={to.api()}>{t('openness.tokens.docs')}</a>
        </p>
      </PageHead>
      {result && 'secret' in result ? <NewToken secret={result.secret} /> : null}
      <TokenList tokens={tokens} />
      <TokenForm failure={result?.failure} />
    </Page>
  );
}
