import { dayOf } from '#app/i18n/dates.ts';
import { expect, test } from 'vitest';
import { decisions, type RemarkState } from '#app/drafting/state/remark-state.ts';
import { stages, type Stage } from '#app/drafting/state/stage.ts';
import { changeTerms } from '#app/drafting/course/terms/change-terms.server.ts';
import { answerFindings } from '#app/drafting/unified/answer-findings.server.ts';
import { correctAdopted } from '#app/drafting/unified/correct-adopted.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import { proposeUnified } from '#app/drafting/unified/propose-unified.server.ts';
import {
  answersDue,
  closesAt,
  codes,
  decide,
  during,
  file,
  filed,
  makeConsultation,
  makePerson,
  opensAt,
  teryt,
} from '#tests/setup/consultation.ts';
import { changesOf } from '#tests/setup/changes-of.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { answerFit } from './carry/answer-fit.server.ts';
import { assignRemarks, setDue } from './rulings/assign.server.ts';
import { createGroup } from './rulings/change-group.server.ts';
import { leaveGroup } from './rulings/leave-group.server.ts';
import { saveDraft } from './rulings/save-draft.server.ts';
import { writeEditorial } from './editorial/write-editorial.server.ts';
import { withdrawFiling } from './register/withdraw-filing.server.ts';
import { setSupport } from './talk/set-support.server.ts';
import { addComment } from './talk/add-comment.server.ts';
import { freezeNow, withdrawNow } from '#tests/setup/unified.ts';

const db = await testDb();
const day = 86_400_000;

async function scene(slug: string) {
  const made = await makeConsultation(db, slug);
  await db.roleGrant.create({
    data: { userId: made.official.id, role: 'official', teryt, grantedById: made.official.id },
  });
  return {
    ...made,
    office: { viewer: made.official, slug },
    anna: await makePerson(db, 'Anna'),
    bogdan: await makePerson(db, 'Bogdan'),
  };
}

/**
 * Runs one cell of a table: when it is allowed exactly these lines of the record are left, otherwise nothing at all changes. Says what
 * was otherwise; '' when nothing was.
 */
async function cell(
  consultationId: string,
  cellName: object,
  leaves: readonly string[] | null,
  run: () => Promise<unknown>,
): Promise<string> {
  const { events, changed, failed } = await changesOf(db, consultationId, run);
  const isRight = events.join() === [...(leaves ?? [])].sort().join() && changed === (leaves !== null);
  return isRight ? '' : JSON.stringify({ ...cellName, events, changed, failed });
}

const remarkStates: RemarkState[] = ['open', 'accepted', 'not-accepted', 'answered', 'withdrawn'];

test.each(remarkStates)(
  'a remark: everything is possible while it waits, nothing once it is ruled on or taken back: %s',
  async (state) => {
    const { id, slug, office, official, anna, bogdan } = await scene(`uwaga-${state}`);
    const revision = async (number: number) =>
      (await db.remark.findFirstOrThrow({ where: { consultationId: id, number } })).revision;
    const drafted = async (number: number, step: 'save' | 'hand-in') =>
      saveDraft(db, {
        ...office,
        number,
        decision: 'out-of-scope',
        reason: 'Szkic.',
        finals: new Map(),
        againstVersion: 1,
        remarkRevision: await revision(number),
        step,
        draftRevision: 0,
      });
    const actions: Record<string, { leaves: string[]; run: (number: number) => Promise<unknown> }> = {
      ...Object.fromEntries(
        decisions.map((decision) => [
          `decide ${decision}`,
          {
            leaves: ['remark-decided'],
            run: (number: number) => decide(db, { slug, viewer: official, number, decision }),
          },
        ]),
      ),
      'withdraw letter': {
        leaves: ['remark-withdrawn'],
        run: (number) => withdrawFiling(db, { viewer: anna, slug, number, points: null }),
      },
      withdraw: {
        leaves: ['remark-withdrawn'],
        run: async (number) =>
          answerFit(db, { viewer: anna, slug, number, revision: await revision(number), answer: { kind: 'withdraw' } }),
      },
      support: {
        leaves: ['support-given'],
        run: (number) => setSupport(db, { viewer: bogdan, slug, number, stance: 'support', now: during }),
      },
      assign: {
        leaves: ['remark-assigned'],
        run: (number) =>
          assignRemarks(db, { ...office, numbers: [number], officialId: official.id, shown: new Map([[number, '']]) }),
      },
      'set due': {
        leaves: ['remark-due-set'],
        run: (number) => setDue(db, { ...office, numbers: [number], dueAt: closesAt, shown: new Map([[number, '']]) }),
      },
      'save draft': { leaves: ['draft-saved'], run: (number) => drafted(number, 'save') },
      'hand in': { leaves: ['draft-handed-in'], run: (number) => drafted(number, 'hand-in') },
      group: {
        leaves: ['group-created', 'remark-grouped', 'remark-grouped'],
        run: async (number) =>
          createGroup(db, {
            ...office,
            title: 'Razem',
            numbers: [
              number,
              (
                await db.remark.findFirstOrThrow({
                  where: { consultationId: id, reason: 'Zawsze otwarta.', groupId: null },
                })
              ).number,
            ],
          }),
      },
    };
    await filed(db, { slug, viewer: bogdan, code: codes.last, op: 'none', reason: 'Zawsze otwarta.' });
    for (const [action, { leaves, run }] of Object.entries(actions)) {
      const number = await filed(db, {
        slug,
        viewer: anna,
        code: codes.first,
        op: 'none',
        reason: `${state}, ${action}`,
      });
      if (state === 'withdrawn') await withdrawFiling(db, { viewer: anna, slug, number, points: null });
      else if (state !== 'open') await decide(db, { slug, viewer: official, number, decision: state });
      expect(await cell(id, { state, action }, state === 'open' ? leaves : null, () => run(number))).toBe('');
    }
    // An author who is not asked has nothing to agree to, and nobody leaves a group they are not in.
    const waiting = await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Bez pytania.' });
    expect(
      await cell(id, { action: 'confirm' }, null, async () =>
        answerFit(db, {
          viewer: anna,
          slug,
          number: waiting,
          revision: await revision(waiting),
          answer: { kind: 'confirm' },
        }),
      ),
    ).toBe('');
    expect(
      await cell(id, { action: 'leave' }, null, () =>
        leaveGroup(db, { viewer: anna, slug, group: 1, number: waiting }),
      ),
    ).toBe('');
  },
);

test('a stage: what each of them allows, and nothing else', async () => {
  const days = { preparation: -1, open: 8, deciding: 40, closed: 70, sent: 70, adopted: 70 } as const;
  type Action = { in: readonly Stage[]; leaves: string[]; run: (at: Date) => Promise<unknown> };
  for (const stage of stages) {
    const { id, slug, office, anna, bogdan, official } = await scene(`etap-${stage}`);
    const now = new Date(opensAt.getTime() + days[stage] * day);
    const number = await filed(db, { slug, viewer: anna, code: codes.notice, text: 'Ogłoszenie wisi wszędzie.' });
    if (stage === 'closed') await decide(db, { slug, viewer: official, number, decision: 'not-accepted' });
    const propose = () => proposeUnified(db, { ...office, version: 1, now });
    if (stage === 'sent' || stage === 'adopted') await send(office, propose, now);
    if (stage === 'adopted')
      await enterAdopted(db, {
        ...office,
        sign: 'X/1/2027',
        adoptedOn: dayOf(now),
        text: '§ 1. Tekst.',
        now,
      });
    const { version, ...dates } = { version: 1, opensAt, closesAt, answersDueAt: answersDue };
    const actions: Record<string, Action> = {
      file: {
        in: ['open'],
        leaves: ['remark-filed'],
        run: (at) => file(db, { slug, viewer: bogdan, code: codes.first, op: 'none', reason: 'Nowa.', now: at }),
      },
      comment: {
        in: ['open'],
        leaves: ['comment-added'],
        run: (at) =>
          addComment(db, { viewer: bogdan, slug, code: codes.first, body: 'Pytanie.', parentId: null, now: at }),
      },
      terms: {
        in: ['preparation', 'open', 'deciding'],
        leaves: ['terms-changed'],
        run: (at) =>
          changeTerms(db, {
            ...office,
            shown: dates,
            dates: { ...dates, answersDueAt: new Date(answersDue.getTime() + 90 * day) },
            reason: 'Dłużej.',
            now: at,
          }),
      },
      edit: {
        in: ['preparation', 'open', 'deciding', 'closed'],
        leaves: ['text-edited'],
        run: () =>
          writeEditorial(db, {
            ...office,
            change: {
              op: 'replace',
              code: codes.last,
              heading: '',
              text: 'Wchodzi w życie po 14 dniach.',
              rest: '',
              target: null,
            },
            reason: 'Język.',
            againstVersion: version,
          }),
      },
      adopt: {
        in: ['sent'],
        leaves: ['text-adopted'],
        run: (at) =>
          enterAdopted(db, {
            ...office,
            sign: 'X/2/2027',
            adoptedOn: dayOf(at),
            text: '§ 1. Inny.',
            now: at,
          }),
      },
    };
    for (const [action, { in: allowed, leaves, run }] of Object.entries(actions))
      expect(await cell(id, { stage, action }, allowed.includes(stage) ? leaves : null, () => run(now))).toBe('');
    if (stage === 'adopted')
      expect(
        await cell(id, { stage, action: 'accept' }, null, () =>
          decide(db, { slug, viewer: official, number, decision: 'accepted' }),
        ),
      ).toBe('');
  }
});

async function send(
  office: { viewer: Awaited<ReturnType<typeof makePerson>>; slug: string },
  propose: () => ReturnType<typeof proposeUnified>,
  now: Date,
): Promise<string> {
  const proposed = await propose();
  if (!proposed.ok) throw new Error(proposed.error.code);
  await answerAll(office, proposed.value.id);
  await freezeNow(db, { ...office, id: proposed.value.id, now });
  return proposed.value.id;
}

async function answerAll(
  office: { viewer: Awaited<ReturnType<typeof makePerson>>; slug: string },
  id: string,
): Promise<unknown> {
  const { checks } = await db.unifiedText.findUniqueOrThrow({ where: { id } });
  return answerFindings(db, {
    ...office,
    id,
    answers: new Map(
      (checks as { key: string; answer: string }[]).map(({ key, answer }) => [
        key,
        { answer: `${answer}.`, shown: answer },
      ]),
    ),
  });
}

test('a unified text: proposed, frozen and replaced allow these steps and no others', async () => {
  const now = new Date(closesAt.getTime() + day);
  for (const state of ['proposed', 'frozen', 'replaced'] as const) {
    for (const action of ['answer', 'freeze', 'withdraw', 'propose', 'adopt', 'correct'] as const) {
      const { id, slug, office, anna } = await scene(`tekst-${state}-${action}`);
      await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Czeka.' });
      const propose = () => proposeUnified(db, { ...office, version: 1, now });
      const proposed = await propose();
      if (!proposed.ok) throw new Error(proposed.error.code);
      const unified = proposed.value.id;
      await answerAll(office, unified);
      if (state === 'frozen') await freezeNow(db, { ...office, id: unified, now });
      if (state === 'replaced') await withdrawNow(db, { ...office, id: unified });
      const adopted = {
        ...office,
        sign: 'X/1/2026',
        adoptedOn: dayOf(now),
        text: '§ 1. Tekst.',
        now,
      };
      const steps: Record<typeof action, { in: readonly string[]; leaves: string; run: () => Promise<unknown> }> = {
        answer: { in: ['proposed'], leaves: 'unified-answered', run: () => answerAll(office, unified) },
        freeze: {
          in: ['proposed'],
          leaves: 'unified-frozen',
          run: () => freezeNow(db, { ...office, id: unified, now }),
        },
        withdraw: {
          in: ['proposed'],
          leaves: 'unified-withdrawn',
          run: () => withdrawNow(db, { ...office, id: unified }),
        },
        propose: { in: ['replaced'], leaves: 'unified-proposed', run: propose },
        adopt: { in: ['frozen'], leaves: 'text-adopted', run: () => enterAdopted(db, adopted) },
        correct: {
          in: [],
          leaves: 'adopted-corrected',
          run: () => correctAdopted(db, { ...adopted, after: 1, reason: 'Pomyłka.' }),
        },
      };
      expect(
        await cell(
          id,
          { state, action },
          steps[action].in.includes(state) ? [steps[action].leaves] : null,
          steps[action].run,
        ),
      ).toBe('');
    }
  }
});

test('two officials who write to different findings both keep their words; to the same one the second is told', async () => {
  const { slug, office, anna, id } = await scene('dwoje');
  await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Czeka.' });
  const proposed = await proposeUnified(db, { ...office, version: 1, now: new Date(closesAt.getTime() + day) });
  if (!proposed.ok) throw new Error(proposed.error.code);
  const other = { viewer: await makePerson(db, 'Piotr', { role: 'official' }), slug };
  const stored = async () =>
    (await db.unifiedText.findFirstOrThrow({ where: { consultationId: id } })).checks as {
      key: string;
      answer: string;
      by: string;
    }[];
  const [key] = (await stored()).map((finding) => finding.key);
  const write = (who: typeof office, answer: string, shown = '') =>
    answerFindings(db, { ...who, id: proposed.value.id, answers: new Map([[key!, { answer, shown }]]) });
  expect(await write(office, 'Czeka na posiedzenie.')).toMatchObject({ ok: true });
  expect(await write(other, '', '')).toMatchObject({ ok: true });
  expect((await stored())[0]).toMatchObject({ answer: 'Czeka na posiedzenie.', by: 'Marta' });
  expect(await write(other, 'Coś innego.')).toEqual({ ok: false, error: { code: 'answered' } });
});
