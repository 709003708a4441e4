import { addComment, type Subject } from '#app/drafting/talk/add-comment.server.ts';
import { commentFailure } from '#app/drafting/talk/comment-refusals.ts';
import { commentSchema } from '#app/drafting/remarks/schema.ts';
import { parseForm } from '#app/forms/form.ts';
import { readForm } from './body.server.ts';
import type { Context } from './handlers.server.ts';
import { refuse, refuseForNow, seeOther } from './responses.server.ts';
import { requireVerified } from './session.server.ts';

/** Takes a comment on a provision or on an amendment; `page` is where it stands then. What is refused comes back with every word. */
export async function takeComment({ request, db, to }: Context, about: { slug: string } & Subject, page: string) {
  const viewer = await requireVerified(request);
  const form = parseForm(await readForm(request), commentSchema);
  if (!form.ok) return refuse(form.failure);
  const { body, parent, quote } = form.value;
  // Words of an amendment are not quoted.
  const quoted = about.code === undefined ? {} : { quote };
  const result = await addComment(db, { viewer, ...about, body, parentId: parent || null, ...quoted });
  if (result.ok) return seeOther(`${page}?info=comment-added#k-${result.value.id}`);
  if (result.error.code === 'not-verified') return seeOther(to.account());
  if (result.error.code === 'too-many') return refuseForNow(form.values, 'body', result.error.seconds);
  return refuse(commentFailure(form.values, result.error));
}
