import { ChangeSentence, Polish } from '#app/components/polish.tsx';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { groupLimit, renameGroup, takeOutOfGroup } from '#app/drafting/rulings/change-group.server.ts';
import { groupTitleSchema, numbersFrom, seenRevisions } from '#app/drafting/rulings/deciding-schema.ts';
import { GroupApproval, GroupRulingForm } from '#app/drafting/rulings/group-ruling-form.tsx';
import { loadOfficeGroup, type OfficeGroup } from '#app/drafting/rulings/office-group.server.ts';
import { ruleGroup, type RuleGroupError } from '#app/drafting/rulings/rule-group.server.ts';
import { DeskHead } from '#app/drafting/rulings/desk-head.tsx';
import { pageNumber, wholeParam } from '#app/drafting/remarks/params.ts';
import { RemarkStateSign } from '#app/drafting/remarks/remark-parts.tsx';
import { complaintOf, readFinals } from '#app/drafting/rulings/ruling-input.ts';
import { rulingSchema } from '#app/drafting/remarks/schema.ts';
import { Form, Submit, TextField } from '#app/components/form.tsx';
import { Notice, Page } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { ToldLine } from '#app/drafting/told/told-line.tsx';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { firstWords } from '#app/drafting/state/first-words.ts';
import { bounds } from '#app/forms/bounds.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const viewer = await requireOfficial(request);
  return {
    group: await loadOfficeGroup(db, {
      viewer,
      slug: params.slug ?? '',
      number: wholeParam(params.number),
      page: pageNumber(url),
      locale,
    }),
  };
});

type Answer = {
  failure: FormFailure;
  naming?: boolean;
  trouble: RuleGroupError['code'] | 'taken' | null;
  numbers?: number[];
  result?: OfficeGroup['result'];
};

export const action = handler(async (context) => {
  const { request, params, db, to } = context;
  const viewer = await requireOfficial(request);
  const [slug, group] = [params.slug ?? '', wholeParam(params.number)];
  const form = await readForm(request, bodyLimits.words);
  const intent = form.get('intent');
  const back = (info: string) => seeOther(`${to.officeGroup(slug, group)}?info=${info}`);
  if (intent === 'rename' || intent === 'take-out') {
    const parsed = parseForm(form, groupTitleSchema);
    if (!parsed.ok) return data<Answer>({ failure: parsed.failure, naming: true, trouble: null }, { status: 400 });
    const { title, revision } = parsed.value;
    const numbers = numbersFrom(parsed.values.nr ?? [], groupLimit);
    const done =
      intent === 'rename'
        ? await renameGroup(db, { viewer, slug, group, revision, title })
        : await takeOutOfGroup(db, { viewer, slug, group, revision, numbers });
    if (done.ok) return back(intent === 'rename' ? 'group-renamed' : 'taken-out');
    if (done.error.code === 'title-required')
      return data<Answer>(
        { failure: fieldFailure(parsed.values, 'title', 'deciding.error.title'), naming: true, trouble: null },
        { status: 400 },
      );
    return data<Answer>(
      {
        failure: { values: parsed.values, errors: {} },
        naming: true,
        trouble: done.error.code === 'moved' ? 'moved' : 'taken',
      },
      { status: 409 },
    );
  }
  return rule(context, { viewer, slug, group, form, intent });
});

const notices = {
  decide: 'many-decided',
  approve: 'many-decided',
  'hand-in': 'draft-handed-in',
  collect: 'rulings-collected',
  'approve-collect': 'rulings-collected',
} as const;

const isStep = (intent: FormDataEntryValue | null): intent is keyof typeof notices =>
  typeof intent === 'string' && Object.hasOwn(notices, intent);

type Ruling = { viewer: Viewer; slug: string; group: number; form: FormData; intent: FormDataEntryValue | null };

async function rule({ db, locale, to }: Context, { viewer, slug, group, form, intent }: Ruling) {
  const parsed = parseForm(form, rulingSchema);
  if (!parsed.ok) return data<Answer>({ failure: parsed.failure, trouble: null }, { status: 400 });
  const { decision, reason, version, revision } = parsed.value;
  const { finals, errors } = readFinals(parsed.values);
  if (Object.keys(errors).length > 0)
    return data<Answer>({ failure: { values: parsed.values, errors }, trouble: null }, { status: 400 });
  if (intent === 'preview') {
    const asked = await loadOfficeGroup(db, {
      viewer,
      slug,
      number: group,
      page: 1,
      locale,
      asked: { decision, finals },
    });
    return data<Answer>(
      { failure: { values: parsed.values, errors: {} }, trouble: null, result: asked.result },
      { status: 200 },
    );
  }
  if (!isStep(intent)) throw new AppError('bad-request', 'unknown intent');
  const done = await ruleGroup(db, {
    viewer,
    slug,
    group,
    groupRevision: revision,
    decision,
    reason,
    finals,
    againstVersion: version,
    members: seenRevisions(parsed.values.seen ?? []),
    step: intent,
  });
  if (done.ok) return seeOther(`${to.officeGroup(slug, group)}?info=${notices[intent]}`);
  const { error } = done;
  const failure: FormFailure = { values: parsed.values, errors: {} };
  if (error.code === 'own-words')
    return data<Answer>({ failure, trouble: error.code, numbers: error.numbers }, { status: 409 });
  if (error.code === 'changed' || error.code === 'contradict')
    return data<Answer>({ failure, trouble: 'moved' }, { status: 409 });
  if (error.code === 'not-same-change')
    return data<Answer>({ failure, trouble: error.code, numbers: error.numbers }, { status: 400 });
  if (error.code === 'moved' || error.code === 'decided' || error.code === 'withdrawn' || error.code === 'not-allowed')
    return data<Answer>({ failure, trouble: error.code }, { status: 409 });
  const { field, key } = complaintOf(error);
  return data<Answer>({ failure: fieldFailure(parsed.values, field, key), trouble: null }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'deciding.group.name', { number: loaded?.group.page.group.number ?? '' })} – Paragraf`,
  },
  { name: 'robots', content: 'noindex' },
];

export default function OfficeGroupPage() {
  const { group } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const { page, desk } = group;
  const { slug } = desk.consultation;
  const here = to.officeGroup(slug, page.group.number);
  return (
    <Page>
      <DeskHead desk={desk} here="groups" />
      <div className="matter">
        <h2>
          <a href={to.group(slug, page.group.number)}>{t('deciding.group.name', { number: page.group.number })}</a>:{' '}
          <Polish>{page.group.title}</Polish>
        </h2>
        <ToldLine told={group.told} lettersTo={null} />
        {answered?.trouble === 'moved' || answered?.trouble === 'taken' ? (
          <Notice warn>
            <p>{t('deciding.error.group-moved')}</p>
          </Notice>
        ) : null}
        {answered?.trouble === 'decided' || answered?.trouble === 'withdrawn' ? (
          <Notice warn>
            <p>{t('deciding.error.late')}</p>
          </Notice>
        ) : null}
        {answered?.trouble === 'not-allowed' ? (
          <Notice warn>
            <p>{t('deciding.error.not-allowed')}</p>
          </Notice>
        ) : null}
        {answered?.trouble === 'own-words' ? (
          <Notice warn>
            <p>{t('deciding.group.own-words', { numbers: answered.numbers?.join(', ') ?? '' })}</p>
          </Notice>
        ) : null}
        {answered?.trouble === 'not-same-change' ? (
          <Notice warn>
            <p>{t('deciding.group.different', { numbers: answered.numbers?.join(', ') ?? '' })}</p>
          </Notice>
        ) : null}
        <Form action={here} failure={answered?.naming ? answered.failure : undefined} className="stack stack--2">
          <input type="hidden" name="revision" value={group.revision} />
          <TextField
            name="title"
            max={bounds.groupTitle}
            label={t('deciding.group.title')}
            defaultValue={page.group.title}
          />
          <p className="actions">
            <Submit name="intent" value="rename" quiet>
              {t('deciding.group.rename')}
            </Submit>
          </p>
          <div className="room">
            <table className="data data--dense">
              <caption>{t('deciding.group.members', { count: page.group.members })}</caption>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="vh">{t('deciding.desk.choose')}</span>
                  </th>
                  <th scope="col">{t('drafting.col.number')}</th>
                  <th scope="col">{t('drafting.col.unit')}</th>
                  <th scope="col">{t('drafting.col.state')}</th>
                </tr>
              </thead>
              <tbody>
                {page.members.map((remark) => (
                  <tr key={remark.number}>
                    <td className="box">
                      {remark.state === 'open' ? (
                        <label>
                          <input type="checkbox" name="nr" value={remark.number} />
                          <span className="vh">{t('deciding.desk.choose-one', { number: remark.number })}</span>
                        </label>
                      ) : null}
                    </td>
                    <th scope="row">{remark.number}</th>
                    <td>
                      <a href={to.ruling(slug, remark.number)}>{remark.citation || t('deciding.desk.whole')}</a>
                      <br />
                      <ChangeSentence>
                        {firstWords(remark.changes.map(({ sentence }) => sentence).join(' '), 160)}
                      </ChangeSentence>{' '}
                      <span lang="pl">{firstWords(remark.reason, 160)}</span>
                      <br />
                      <span className="by">
                        <SignedBy signed={remark} />
                      </span>
                    </td>
                    <td>
                      <RemarkStateSign state={remark.state} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {group.open.length > 0 ? (
            <p className="actions">
              <Submit name="intent" value="take-out" quiet>
                {t('deciding.group.take-out')}
              </Submit>
            </p>
          ) : null}
        </Form>
        {page.pages > 1 ? (
          <p className="by">
            {t('list.page', { page: page.page, pages: page.pages })}{' '}
            {page.page < page.pages ? <a href={`${here}?strona=${page.page + 1}`}>{t('list.next')}</a> : null}{' '}
            {page.page > 1 ? <a href={`${here}?strona=${page.page - 1}`}>{t('list.previous')}</a> : null}
          </p>
        ) : null}
        <GroupApproval group={group} />
        {group.open.length > 0 ? (
          <GroupRulingForm
            group={answered?.result === undefined ? group : { ...group, result: answered.result }}
            failure={answered?.naming ? undefined : answered?.failure}
          />
        ) : (
          <p className="note">{t('deciding.group.all-decided')}</p>
        )}
      </div>
    </Page>
  );
}
