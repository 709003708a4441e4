import { expect, test } from 'vitest';
import { makeFieldTeam, makePerson } from '#tests/fixtures/field-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { assignMany, type BoardPlace } from './assign-many.server.ts';
import { assignmentField, heldField, placesOf } from './assignment-field.ts';
import { getAssignmentPage } from './assignment-page.server.ts';

const db = await testDb();

async function scene() {
  const team = await makeFieldTeam(db);
  const { slug, lead, editionId, teryt, teamId } = team;
  const other = await makePerson(db, { role: 'lead', teamId });
  const [first, next] = team.methodology.areas.map(({ id }) => id) as [string, string];
  const place = (area: string, part: 1 | 2, was: string | undefined, wanted: string): BoardPlace => ({
    teryt,
    area,
    part,
    was,
    wanted,
  });
  const send = (places: BoardPlace[], viewer = lead) => assignMany(db, { viewer, slug, places });
  const now = async () =>
    Object.fromEntries(
      (await db.assignment.findMany({ where: { editionId } })).map(({ area, part, userId }) => [
        `${area} ${part}`,
        userId,
      ]),
    );
  return { ...team, other, first, next, place, send, now };
}

test('a board that is older than what stands there undoes nothing, says both sides, and writes nothing of the rest', async () => {
  const { member, second: coder, lead, other, first, next, place, send, now } = await scene();
  expect(await send([place(first, 1, '', member.id)], other)).toEqual({ ok: true, value: { changed: 1 } });
  const before = await now();
  expect(await send([place(first, 1, '', coder.id), place(next, 1, '', lead.id)])).toMatchObject({
    ok: false,
    error: { places: [{ code: 'conflict', now: member.id, userId: coder.id, place: { area: first, part: 1 } }] },
  });
  expect(await now()).toEqual(before);
});

test('a place left alone on an old board keeps what another lead put there', async () => {
  const { member, lead, other, first, next, place, send, now } = await scene();
  await send([place(first, 1, '', member.id)], other);
  expect(await send([place(first, 1, '', ''), place(next, 1, '', lead.id)])).toEqual({
    ok: true,
    value: { changed: 1 },
  });
  expect(await now()).toEqual({ [`${first} 1`]: member.id, [`${next} 1`]: lead.id });
});

test('a form that does not say what it was made against changes nothing', async () => {
  const { member, first, place, send, now } = await scene();
  await send([place(first, 1, '', member.id)]);
  expect(await send([place(first, 1, undefined, '')])).toMatchObject({
    ok: false,
    error: { places: [{ code: 'conflict' }] },
  });
  expect(Object.keys(await now())).toEqual([`${first} 1`]);
});

test('two people change seats in one step, and one refusal keeps all as it was', async () => {
  const { member, second: coder, reviewer, first, next, place, send, now, editionId } = await scene();
  await send([place(first, 1, '', member.id), place(first, 2, '', coder.id)]);
  expect(await send([place(first, 1, member.id, coder.id), place(first, 2, coder.id, member.id)])).toMatchObject({
    ok: true,
  });
  expect(await now()).toEqual({ [`${first} 1`]: coder.id, [`${first} 2`]: member.id });
  const [before, events] = [await now(), await db.event.count({ where: { editionId } })];
  expect(await send([place(next, 1, '', member.id), place(next, 2, '', reviewer.id)])).toMatchObject({
    ok: false,
    error: { places: [{ code: 'not-coder', userId: reviewer.id }] },
  });
  expect(await now()).toEqual(before);
  expect(await db.event.count({ where: { editionId } })).toBe(events);
});

test('the page gives every place with who is on it, and the form is read back as it was made', async () => {
  const { lead, slug, member, teryt, first, place, send } = await scene();
  await send([place(first, 1, '', member.id)]);
  const page = await getAssignmentPage(db, { viewer: lead, slug, page: 1 });
  const values = Object.fromEntries(
    page.rows.flatMap((row) =>
      row.cells.flatMap(
        (cell) =>
          [
            [assignmentField(row.teryt, cell.area, 1), ['']],
            [heldField(row.teryt, cell.area, 1), [cell.first ?? '']],
          ] as [string, string[]][],
      ),
    ),
  );
  expect(placesOf(page, values).find(({ area }) => area === first)).toEqual({
    teryt,
    area: first,
    part: 1,
    was: member.id,
    wanted: '',
  });
});
