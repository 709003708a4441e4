import { Polish } from '#app/components/polish.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { numbersFrom } from '#app/drafting/rulings/deciding-schema.ts';
import { loadGroupPage, ownOpenMembers, groupId } from '#app/drafting/rulings/group-page.server.ts';
import { leaveGroup, type LeaveError } from '#app/drafting/rulings/leave-group.server.ts';
import { pageNumber, wholeParam } from '#app/drafting/remarks/params.ts';
import { RemarkCard } from '#app/drafting/remarks/remark-parts.tsx';
import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { mayCoverIn } from '#app/redaction/may-cover.server.ts';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { formValues } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { getViewer, requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const page = await loadGroupPage(db, { slug, number, page: pageNumber(url), locale });
  const viewer = await getViewer(request);
  return {
    page,
    coverId: (await mayCoverIn(db, { viewer, slug })) ? await groupId(db, { slug, number }) : null,
    own: viewer ? await ownOpenMembers(db, { slug, group: number, viewerId: viewer.id }) : [],
  };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireViewer(request);
  const [slug, group] = [params.slug ?? '', wholeParam(params.number)];
  const values = formValues(await readForm(request));
  const [number] = numbersFrom(values.nr ?? [], 1);
  if (number === undefined) throw new AppError('bad-request', 'no remark named');
  const left = await leaveGroup(db, { viewer, slug, group, number });
  if (left.ok) return seeOther(`${to.remark(slug, number)}?info=left-group`);
  return data<LeaveError>(left.error, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'deciding.group.name', { number: loaded?.page.group.number ?? '' })}${loaded ? `: ${loaded.page.group.title}` : ''} – Paragraf`,
  },
];

export default function Group() {
  const {
    page: { consultation, group, members, page, pages },
    own,
    coverId,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const here = to.group(consultation.slug, group.number);
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(consultation.slug), lang: 'pl' },
        { label: t('deciding.groups'), to: to.groups(consultation.slug) },
        { label: t('deciding.group.name', { number: group.number }) },
      ]}
    >
      <PageHead
        kind={t('deciding.group.name', { number: group.number })}
        title={<Polish>{group.title}</Polish>}
        lead={t('deciding.group.apart')}
      >
        <ul className="facts">
          <li>{t('deciding.group.members', { count: group.members })}</li>
          <li>{t('drafting.desk.fact.waiting', { count: group.open })}</li>
        </ul>
        {coverId ? <CoverLink may type="group" id={coverId} name={group.title} /> : null}
      </PageHead>
      {refused ? (
        <Notice warn>
          <p>{t(refused.code === 'decided' ? 'deciding.error.leave-late' : 'deciding.error.left-already')}</p>
        </Notice>
      ) : null}
      {own.map((number) => (
        <section className="section" key={number} aria-labelledby={`h-inna-${number}`}>
          <h2 id={`h-inna-${number}`}>{t('deciding.leave.title', { number })}</h2>
          <p className="note">{t('deciding.leave.note')}</p>
          <form method="post" action={here}>
            <input type="hidden" name="nr" value={number} />
            <button className="btn btn--quiet" type="submit">
              {t('deciding.leave')}
            </button>
          </form>
        </section>
      ))}
      <section className="section" aria-labelledby="h-czlonkowie">
        <h2 id="h-czlonkowie">{t('deciding.group.who')}</h2>
        <div className="stack">
          {members.map((remark) => (
            <RemarkCard key={remark.number} remark={remark} slug={consultation.slug} />
          ))}
        </div>
        {pages > 1 ? (
          <p className="by">
            {t('list.page', { page, pages })}{' '}
            {page > 1 ? (
              <a className="tap" href={`${here}?strona=${page - 1}`}>
                {t('list.previous')}
              </a>
            ) : null}{' '}
            {page < pages ? (
              <a className="tap" href={`${here}?strona=${page + 1}`}>
                {t('list.next')}
              </a>
            ) : null}
          </p>
        ) : null}
      </section>
    </Page>
  );
}
