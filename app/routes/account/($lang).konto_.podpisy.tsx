import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { allowName } from '#app/account/naming/allow-name.server.ts';
import { loadSignedTexts } from '#app/account/naming/signed-texts.server.ts';
import { AllNames, SignedList } from '#app/account/naming/signed-view.tsx';
import { withdrawNames } from '#app/account/naming/withdraw-names.server.ts';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { localPath, refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { oneSignatureForm } from '#app/people/schema.ts';

export const loader = handler(async ({ request, db }) => loadSignedTexts(db, { viewer: await requireViewer(request) }));

export const action = handler(async ({ request, db, to }) => {
  const viewer = await requireViewer(request);
  const data = await readForm(request);
  if (data.get('intent') === 'allow') {
    await allowName(db, { viewer });
    return seeOther(`${to.signatures()}?info=name-allowed`);
  }
  const one = parseForm(data, oneSignatureForm);
  if (data.get('intent') !== 'all' && !one.ok) throw new AppError('bad-request', 'no text named');
  const result = await withdrawNames(db, {
    viewer,
    which: data.get('intent') !== 'all' && one.ok ? { kind: one.value.kind, id: one.value.text } : { kind: 'all' },
  });
  if (result.ok)
    return seeOther(
      `${localPath(String(data.get('back') ?? ''), to.signatures()).split(/[?#]/)[0]}?info=names-withdrawn`,
    );
  if (result.error.code === 'too-many') return refuseForNow({}, 'signature', result.error.seconds);
  return refuse(fieldFailure({}, 'signature', 'error.not-signed'), 409);
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'names.title');

export default function Signatures() {
  const page = useLoaderData<typeof loader>();
  const complaint = useActionData<typeof action>()?.failure.errors.signature?.[0];
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('nav.home'), to: to.home() },
        { label: t('nav.account'), to: to.account() },
        { label: t('names.title') },
      ]}
    >
      <PageHead title={t('names.title')} lead={t('names.lead')}>
        <p className="note">{t('names.office')}</p>
      </PageHead>
      {complaint ? (
        <Notice warn>
          <p>{t(complaint.key, complaint.params)}</p>
        </Notice>
      ) : null}
      <AllNames page={page} />
      <SignedList page={page} />
    </Page>
  );
}
