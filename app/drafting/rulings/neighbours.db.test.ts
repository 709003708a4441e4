import { expect, test } from 'vitest';
import { loadScale, scalePlace } from '#app/admin/scale/load-scale.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { deskQuery } from './desk-filters.ts';
import { loadDesk } from './desk.server.ts';
import { neighboursOf } from './neighbours.server.ts';

const db = await testDb();
const { slug, teryt, official } = scalePlace;
const loaded = await loadScale(db, {
  size: { characters: 6_000, amendments: 60, remarks: 160, people: 20, ruled: 30 },
  note: () => {},
});
if (!loaded.ok) throw new Error(loaded.error.code);
const draft = await loadDraft(db, { slug });
const { consultationId } = draft;
const account = await db.user.findUniqueOrThrow({ where: { email: official } });
const viewer = {
  id: account.id,
  email: official,
  displayName: account.displayName,
  verified: true,
  grants: [{ role: 'official' as const, teryt, teamId: null, organisationName: null }],
};

/** Some are about the whole act, some about several units, some about units that are gone. */
const [gone, ...others] = draft.units.filter(({ text }) => text.length > 20);
const { count } = await db.operationWording.deleteMany({
  where: {
    operation: {
      remark: { consultationId, kind: 'remark', number: { in: Array.from({ length: 17 }, (_, at) => 9 * (at + 1)) } },
    },
  },
});
await db.remarkOperation.deleteMany({ where: { consultationId, wordings: { none: {} } } });
await db.$executeRaw`update "ClausePlacement" set "toVersion" = 2 where "clauseId" = ${gone!.clauseId}::uuid`;
for (const { id, teryt: of } of await db.remark.findMany({ where: { consultationId, number: { in: [11, 12, 13] } } })) {
  await db.remarkOperation.updateMany({ where: { remarkId: id }, data: { clauseId: gone!.clauseId } });
  const unit = others.at(-2)!;
  await db.remarkOperation.create({
    data: {
      teryt: of,
      consultationId,
      remarkId: id,
      seq: 2,
      op: 'none',
      clauseId: unit.clauseId,
      baseRevisionId: unit.revisionId,
      before: unit.text,
      carriedRevisionId: unit.revisionId,
    },
  });
}
const units = draft.units.filter(({ clauseId }) => clauseId !== gone!.clauseId);

/** The same order told by the database alone, row by row. */
async function inOrder(condition: string): Promise<number[]> {
  const rows = await db.$queryRawUnsafe<{ number: number }[]>(`
    select r.number from "Remark" r left join lateral (
      select p."orderKey" as place from "RemarkOperation" o join "ClausePlacement" p on p."clauseId" = o."clauseId" and p."toVersion" is null
      where o."remarkId" = r.id order by o.seq limit 1) at on true
    where r."consultationId" = '${consultationId}' and ${condition} order by at.place collate "C" asc nulls last, r.number`);
  return rows.map(({ number }) => number);
}

test('the remarks around one are those of the whole list, for every remark there is', async () => {
  const open = await inOrder(`r.state = 'open'`);
  expect(open.length).toBeGreaterThan(100);
  expect(count).toBeGreaterThan(5);
  for (const around of [1, 12, 500]) {
    for (let number = 1; number <= 160; number += around === 12 ? 1 : 17) {
      const all = await inOrder(`(r.state = 'open' or r.number = ${number})`);
      const at = all.indexOf(number);
      expect(await neighboursOf(db, { consultationId, units, number, around }), `${number}, ${around} around`).toEqual(
        all.slice(Math.max(0, at - around), at + around + 1),
      );
    }
  }
});

test('the work list in the order of the act is that order, page after page', async () => {
  await db.clausePlacement.updateMany({ where: { clauseId: gone!.clauseId }, data: { toVersion: null } });
  for (const filter of ['all', 'waiting', 'done']) {
    const found: number[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const desk = await loadDesk(db, {
        viewer,
        slug,
        query: { ...deskQuery(new URLSearchParams({ stan: filter })), page },
      });
      pages = desk.pages;
      found.push(...desk.rows.map(({ number }) => number));
    }
    expect(found).toEqual(
      await inOrder(
        filter === 'all' ? 'true' : filter === 'waiting' ? `r.state = 'open'` : `r.state not in ('open', 'withdrawn')`,
      ),
    );
  }
});
