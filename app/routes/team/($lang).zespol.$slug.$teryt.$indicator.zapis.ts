import { AppError } from '#app/errors/app-error.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { formFiles } from '#app/forms/form-files.server.ts';
import { parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { answerCodingForm } from '#app/monitoring/fieldwork/answer-coding-form.server.ts';
import { codingSchema } from '#app/monitoring/fieldwork/coding-input.ts';

/** The same form as the page of the question takes, answered in JSON for a device that tries again when the signal is back. */
export const action = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  try {
    const form = await readForm(request, bodyLimits.evidence);
    const answer = await answerCodingForm(db, {
      viewer,
      slug: params.slug ?? '',
      teryt: params.teryt ?? '',
      indicator: params.indicator ?? '',
      parsed: parseForm(form, codingSchema),
      uploads: await formFiles(form),
    });
    if (answer.kind !== 'shown') return Response.json({ kind: 'saved', revision: answer.revision });
    if (answer.shown.conflict) return Response.json({ kind: 'conflict' }, { status: 409 });
    const [first] = Object.values(answer.shown.failure.errors).flat();
    return Response.json({ kind: 'refused', why: first ? t(first.key, first.params) : '' }, { status: answer.status });
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'not-found') throw error;
    return Response.json(
      { kind: 'refused', why: t(error.code === 'too-large' ? 'page.413.text' : 'page.400.text') },
      { status: error.status },
    );
  }
});
