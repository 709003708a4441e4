import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Page } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import { waitMessage } from '#app/limits/wait.ts';
import { invite, withdrawInvitation } from '#app/monitoring/fieldwork/invite.server.ts';
import { PeopleView } from '#app/monitoring/fieldwork/people-view.tsx';
import { removePerson } from '#app/monitoring/fieldwork/remove-person.server.ts';
import { getTeamPage } from '#app/monitoring/fieldwork/team-page.server.ts';
import { emailField } from '#app/people/schema.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  return { title: t('fieldwork.people.title'), page: await getTeamPage(db, { viewer, slug: params.team ?? '' }) };
});

const invitation = z.object({ email: emailField, role: z.enum(['member', 'reviewer', 'lead'], 'error.choice') });

export const action = handler(async ({ request, params, db, to, locale }) => {
  const viewer = await requireTeamMember(request);
  const { id: teamId, slug } = await getTeamPage(db, { viewer, slug: params.team ?? '' });
  const form = await readForm(request);
  const values = formValues(form);
  const id = z.uuid().safeParse(values.id?.[0]).data;
  const back = (info: string) => seeOther(`${to.teamPeople(slug)}?info=${info}`);
  switch (values.intent?.[0]) {
    case 'invite': {
      const parsed = parseForm(form, invitation);
      if (!parsed.ok) return refused(parsed.failure, null, 400);
      const result = await invite(db, { viewer, teamId, locale, ...parsed.value });
      if (!result.ok && result.error.code === 'too-many')
        return refused({ values: parsed.values, errors: { email: [waitMessage(result.error.seconds)] } }, null, 429);
      return result.ok
        ? back('team-invited')
        : refused(fieldFailure(parsed.values, 'email', 'fieldwork.people.error.already-in'), null, 409);
    }
    case 'withdraw':
      if (!id) throw notFound('no invitation');
      await withdrawInvitation(db, { viewer, teamId, id });
      return back('team-withdrawn');
    case 'remove': {
      if (!id) throw notFound('nobody');
      const result = await removePerson(db, { viewer, teamId, userId: id, roles: values.role ?? [] });
      return result.ok ? back('team-removed') : refused(null, `fieldwork.people.error.${result.error.code}`, 409);
    }
    default:
      throw notFound('no such button');
  }
});

function refused(failure: FormFailure | null, problem: MessageKey | null, status: number) {
  return data({ failure, problem }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title ?? ''} – Paragraf` }];

export default function People() {
  const { title, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('monitoring.desk'), to: to.team() }, { label: title }]}>
      <PeopleView
        page={page}
        failure={refusal?.failure ?? null}
        problem={refusal?.problem ? t(refusal.problem) : null}
      />
    </Page>
  );
}
