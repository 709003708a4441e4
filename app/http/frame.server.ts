import type { FrameData } from '#app/components/site-frame.tsx';
import { databaseAnswers } from '#app/db/health.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { sha256 } from '#app/hash/sha256.server.ts';
import { formatDate } from '#app/i18n/dates.ts';
import { localeOfPath, pathInLocale } from '#app/i18n/locale.ts';
import { canonicalAddress } from '#app/http/canonical.server.ts';
import { officialTeryts, teamIds } from '#app/people/viewer.ts';
import { isDemonstration, usesMailbox } from './settings.server.ts';
import { waitingForms } from './kept-form.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { sharedMinutes } from '#app/people/sessions.server.ts';
import { sessionLeft } from './session-left.server.ts';
import { getViewer } from './session.server.ts';
import { countAsked } from '#app/drafting/carry/asked-of-author.server.ts';
import { getDb } from '#app/db/client.server.ts';

/** What head and foot of a page show. */
export async function frameData(request: Request): Promise<FrameData> {
  if (!databaseAnswers()) throw new AppError('unavailable', 'the database does not answer');
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, '');
  const locale = localeOfPath(path);
  const other = locale === 'pl' ? 'en' : 'pl';
  const viewer = await getViewer(request);
  const session = viewer && (await sessionLeft(request));
  const demo = await isDemonstration();
  return {
    path,
    canonical: canonicalAddress(path, url.searchParams),
    otherLanguage: { href: pathInLocale(path, other) + url.search, lang: other },
    viewer: viewer && {
      displayName: viewer.displayName,
      isOfficial: officialTeryts(viewer).length > 0,
      inTeam: teamIds(viewer).length > 0,
    },
    asked: viewer ? await countAsked(await getDb(), viewer.id) : 0,
    // A loader that runs after an action has its headers and not its method; whoever opens a page sends no content.
    answersForm: request.headers.has('content-type'),
    reader: viewer && sha256(`device copy\n${viewer.id}`).slice(0, 16),
    copies: !viewer ? 'of-guest' : session?.isShared ? 'none' : 'of-account',
    session: session && { ...session, idleMinutes: sharedMinutes },
    keptForms: viewer && path !== paths(locale).keptForms() ? await waitingForms(request, viewer) : 0,
    demo,
    mailbox: await usesMailbox(demo),
    today: formatDate(locale, new Date()),
  };
}
