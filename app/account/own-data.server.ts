import type { Db } from '#app/db/client.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { surveysAnswered } from '#app/surveys/keep-answer.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

/**
 * All that the program keeps of a person and all they wrote, as one document: the copy that they may ask for and take elsewhere.
 * No hash, secret or token, and no words of letters: those open things, or were written by others.
 */
export async function ownData(db: Db, { viewer, now = new Date() }: { viewer: Viewer; now?: Date }): Promise<string> {
  await requireLimit(db, 'own-data', { person: viewer.id });
  const user = await db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      id: true,
      email: true,
      displayName: true,
      locale: true,
      isGuest: true,
      emailVerifiedAt: true,
      unnamedSince: true,
      officeLetters: true,
      createdAt: true,
    },
  });
  const data = {
    schema: 'paragraf-own-data/1',
    madeAt: now,
    account: user,
    ...(await accountParts(db, user)),
    ...(await writtenParts(db, user.id)),
    ...(await workParts(db, user.id)),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

const consultation = { select: { slug: true, title: true } } as const;

async function accountParts(db: Db, { id: userId, email }: { id: string; email: string }) {
  return {
    roles: await db.roleGrant.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: {
        role: true,
        teryt: true,
        organisationName: true,
        team: { select: { slug: true, name: true } },
        grantedAt: true,
        revokedAt: true,
      },
    }),
    sessions: await db.session.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { userAgent: true, createdAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true },
    }),
    knownBrowsers: await db.knownDevice.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { createdAt: true, lastSeenAt: true, expiresAt: true },
    }),
    tokens: await db.apiToken.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
    }),
    addressChanges: await db.emailChange.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { newEmail: true, createdAt: true, expiresAt: true, oldConfirmedAt: true, newConfirmedAt: true },
    }),
    letters: await db.mailMessage.findMany({
      where: { toEmail: email },
      orderBy: { id: 'asc' },
      select: { subject: true, createdAt: true, sentAt: true, failedAt: true },
    }),
    pressLists: await db.pressSubscription.findMany({
      where: { email },
      orderBy: { id: 'asc' },
      select: { edition: { select: { slug: true } }, locale: true, askedAt: true, confirmedAt: true, endedAt: true },
    }),
    invitations: await db.teamInvitation.findMany({
      where: { email },
      orderBy: { id: 'asc' },
      select: {
        team: { select: { slug: true } },
        role: true,
        createdAt: true,
        expiresAt: true,
        acceptedAt: true,
        withdrawnAt: true,
      },
    }),
    embargoLinks: await db.embargoLink.findMany({
      where: { email },
      orderBy: { id: 'asc' },
      select: { edition: { select: { slug: true } }, name: true, createdAt: true, revokedAt: true },
    }),
    events: await db.event.findMany({
      where: { OR: [{ actorId: userId }, { subjectType: 'user', subjectId: userId }] },
      orderBy: { id: 'asc' },
      select: { kind: true, subjectType: true, subjectId: true, data: true, at: true },
    }),
  };
}

async function writtenParts(db: Db, userId: string) {
  const operations = {
    orderBy: { seq: 'asc' },
    select: {
      seq: true,
      op: true,
      before: true,
      quote: true,
      after: true,
      rest: true,
      clause: { select: { code: true } },
    },
  } as const;
  return {
    // That they answered, not what: no answer can be found by its account.
    surveys: await surveysAnswered(db, userId),
    boards: await db.boardParticipant.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: {
        board: { select: { slug: true, title: true } },
        name: true,
        createdAt: true,
        cards: { select: { number: true, kind: true, view: true, text: true, signature: true, createdAt: true } },
        marks: { select: { count: true, card: { select: { number: true } } } },
      },
    }),
    filings: await db.filing.findMany({
      where: { authorId: userId },
      orderBy: { id: 'asc' },
      select: {
        consultation,
        number: true,
        channel: true,
        authorName: true,
        privateName: true,
        organisation: true,
        contactEmail: true,
        contactAddress: true,
        contactPhone: true,
        receivedAt: true,
        filedAt: true,
        locale: true,
        remarks: {
          orderBy: { point: 'asc' },
          select: {
            point: true,
            number: true,
            kind: true,
            reason: true,
            place: true,
            state: true,
            filedAt: true,
            operations,
          },
        },
        attachments: {
          orderBy: { number: 'asc' },
          select: {
            number: true,
            kind: true,
            fileName: true,
            fileType: true,
            fileSize: true,
            fileHash: true,
            isPublic: true,
            byOffice: true,
            addedAt: true,
            removedAt: true,
          },
        },
      },
    }),
    unconfirmedFilings: await db.guestFiling.findMany({
      where: { email: (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })).email },
      orderBy: { id: 'asc' },
      select: { name: true, organisation: true, payload: true, sentAt: true, expiresAt: true },
    }),
    comments: await db.comment.findMany({
      where: { authorId: userId },
      orderBy: { id: 'asc' },
      select: {
        consultation,
        clause: { select: { code: true } },
        remark: { select: { number: true } },
        quote: true,
        body: true,
        authorName: true,
        organisation: true,
        byOffice: true,
        createdAt: true,
      },
    }),
    supports: await db.support.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { remark: { select: { number: true, consultation } }, stance: true, createdAt: true, givenAt: true },
    }),
  };
}

/** What was done for an office or a team. */
async function workParts(db: Db, userId: string) {
  const made = { consultation, remark: { select: { number: true } }, decision: true, reason: true } as const;
  return {
    rulings: await db.ruling.findMany({
      where: { madeById: userId },
      orderBy: { id: 'asc' },
      select: { ...made, madeAt: true },
    }),
    rulingDrafts: await db.rulingDraft.findMany({
      where: { draftedById: userId },
      orderBy: { id: 'asc' },
      select: { ...made, state: true, createdAt: true },
    }),
    codings: await db.coding.findMany({
      where: { coderId: userId },
      orderBy: { id: 'asc' },
      select: {
        edition: { select: { slug: true } },
        teryt: true,
        indicator: true,
        state: true,
        level: true,
        reason: true,
        createdAt: true,
        updatedAt: true,
      },
    }),
    replies: await db.reply.findMany({
      where: { authorId: userId },
      orderBy: { id: 'asc' },
      select: { teryt: true, indicator: true, seq: true, body: true, sentAt: true },
    }),
    ties: await db.tieDeclaration.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { teryt: true, kind: true, words: true, since: true, until: true, declaredAt: true, replacedAt: true },
    }),
    surveySheets: await db.surveySheet.findMany({
      where: { OR: [{ typedById: userId }, { secondById: userId }, { settledById: userId }] },
      orderBy: { id: 'asc' },
      select: { survey: { select: { slug: true } }, number: true, batch: true, state: true, typedAt: true },
    }),
    surveyThemes: await db.surveyThemeMark.groupBy({
      by: ['question'],
      where: { coderId: userId },
      _count: { _all: true },
    }),
    files: await db.fileUpload.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { name: true, hash: true, uploadedAt: true },
    }),
  };
}
