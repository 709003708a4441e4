import { v7 as uuidv7 } from 'uuid';
import { placeNear } from '#app/drafting/near/place-near.server.ts';
import { likenessKey } from '#app/drafting/near/likeness.server.ts';
import { loadUnits } from '#app/drafting/acts/load-draft.server.ts';
import { writeFirstVersion } from '#app/drafting/acts/publish-text.server.ts';
import { headOf, toFlat } from '#app/drafting/acts/unit-tree.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { refreshStatistics } from '#app/db/statistics.server.ts';
import { isInTransaction, transaction } from '#app/db/transaction.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { recordEvent, recordEvents } from '#app/record/record-event.server.ts';
import { parse } from '#app/text/parse/parse.ts';
import { scaleRows, type ScaleContext, type ScalePerson } from './scale-rows.ts';
import { scaleAct, scaleRandom, scaleSize, type ScaleSize } from './scale-text.ts';

export const scalePlace = { teryt: '2499012', slug: 'skala', official: 'urzad@skala.example' } as const;

/** Milliseconds that a slow machine may take for the whole set, which is one transaction. */
const longestLoad = 30 * 60_000;

export type LoadScale = { size?: ScaleSize; note: (text: string) => void; now?: Date };
export type LoadScaleResult =
  | { ok: true; value: { units: number; characters: number; seconds: number } }
  | { ok: false; error: { code: 'loaded' } };

const day = 86_400_000;
const batch = 500;

/**
 * Makes one very large consultation of invented words in a municipality marked as a demonstration: the same text, remarks
 * and numbers at every run. It leaves what the use cases would leave, but for letters, and writes it in batches. All or
 * nothing; refuses to run twice.
 */
export async function loadScale(
  db: Db,
  { size = scaleSize, note, now = new Date() }: LoadScale,
): Promise<LoadScaleResult> {
  const started = performance.now();
  const loaded = await transaction(
    db,
    async (tx): Promise<LoadScaleResult> => {
      if ((await tx.consultation.count({ where: { slug: scalePlace.slug } })) > 0)
        return { ok: false, error: { code: 'loaded' } };
      const random = scaleRandom(2026);
      const source = scaleAct(size.characters, random);
      const { official, people } = await makePeople(tx, size.people, now);
      note(`${people.length} people`);
      const consultationId = uuidv7();
      const owner = { teryt: scalePlace.teryt, consultationId };
      const opensAt = new Date(now.getTime() - 30 * day);
      const act = parse(source);
      await tx.consultation.create({
        data: {
          id: consultationId,
          teryt: scalePlace.teryt,
          slug: scalePlace.slug,
          title: 'Zasady korzystania z miejsc wspólnych (zbiór pomiarowy)',
          isDemo: true,
          summary: 'Tekst i uwagi są zmyślone. Zbiór pokazuje, jak program działa przy 450 000 znaków i 10 000 uwag.',
          head: headOf(act),
          createdById: official.id,
          opensAt,
          closesAt: new Date(now.getTime() + 7 * day),
          answersDueAt: new Date(now.getTime() + 37 * day),
          nextRemark: size.remarks + 1,
          publishedAt: opensAt,
        },
      });
      await writeFirstVersion(tx, {
        ...owner,
        head: headOf(act),
        units: toFlat(act),
        note: 'Projekt pomiarowy',
        createdById: official.id,
      });
      await recordEvent(tx, {
        ...owner,
        actorId: official.id,
        kind: 'consultation-published',
        subject: { type: 'consultation', id: consultationId },
        data: { version: 1 },
      });
      const all = await loadUnits(tx, consultationId, 1);
      note(`${all.length} units, ${source.length} characters`);
      const context: ScaleContext = {
        owner,
        units: all.filter(({ text }) => text.length > 20),
        people,
        official,
        size,
        opensAt,
        likeness: likenessKey,
      };
      for (let from = 1; from <= size.remarks; from += batch) {
        const to = Math.min(size.remarks, from + batch - 1);
        await writeRows(tx, scaleRows(context, random, { from, to }));
        if (to % 2_000 === 0 || to === size.remarks) note(`${to} of ${size.remarks} remarks`);
      }
      await placeNear(tx, consultationId);
      await bumpRevision(tx, consultationScope(scalePlace.slug));
      return {
        ok: true,
        value: { units: all.length, characters: source.length, seconds: (performance.now() - started) / 1000 },
      };
    },
    longestLoad,
  );
  if (loaded.ok && !isInTransaction(db)) await refreshStatistics(db);
  return loaded;
}

async function writeRows(tx: Db, rows: ReturnType<typeof scaleRows>): Promise<void> {
  await tx.filing.createMany({ data: rows.filings as Prisma.FilingCreateManyInput[] });
  await tx.remark.createMany({ data: rows.remarks as Prisma.RemarkCreateManyInput[] });
  await tx.remarkOperation.createMany({ data: rows.operations as Prisma.RemarkOperationCreateManyInput[] });
  await tx.operationWording.createMany({ data: rows.wordings as Prisma.OperationWordingCreateManyInput[] });
  await tx.ruling.createMany({ data: rows.rulings as Prisma.RulingCreateManyInput[] });
  await recordEvents(tx, rows.events);
}

/** The municipality, its official and residents; nobody of them can sign in. */
async function makePeople(
  tx: Db,
  count: number,
  now: Date,
): Promise<{ official: { id: string; name: string }; people: ScalePerson[] }> {
  await tx.municipality.createMany({
    data: {
      teryt: scalePlace.teryt,
      name: 'Wielka Skala',
      kind: 'rural',
      county: 'pomiarowy',
      voivodeship: 'śląskie',
      searchKey: 'wielka skala pomiarowy',
      stateOn: '2026-01-01',
      isDemo: true,
    },
    skipDuplicates: true,
  });
  const official = { id: uuidv7(), name: 'Urząd Wielkiej Skali' };
  const account = (id: string, email: string, displayName: string) => ({
    id,
    email,
    displayName,
    passwordHash: '',
    isGuest: true,
    isDemo: true,
    emailVerifiedAt: now,
  });
  await tx.user.create({ data: account(official.id, scalePlace.official, official.name) });
  await tx.roleGrant.create({ data: { userId: official.id, role: 'official', teryt: scalePlace.teryt } });
  const people = Array.from({ length: count }, (_, at): ScalePerson => ({
    id: uuidv7(),
    name: `Osoba ${at + 1}`,
    organisation: at % 100 === 99 ? `Stowarzyszenie nr ${(at + 1) / 100}` : null,
  }));
  for (let at = 0; at < count; at += batch) {
    await tx.user.createMany({
      data: people
        .slice(at, at + batch)
        .map((person, index) => account(person.id, `osoba-${at + index + 1}@skala.example`, person.name)),
    });
  }
  return { official, people };
}
