import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { nameAsGiven } from '#app/drafting/state/signature.ts';
import { keyedAct } from '#app/drafting/acts/unit-tree.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { actIdentity, slug as wordsOfAddress, type ActIdentity } from '#app/documents/akn/act-identity.ts';
import type { Amendment } from '#app/documents/model/amendments.ts';
import { dayOf } from '#app/i18n/dates.ts';
import { translator } from '#app/i18n/translate.ts';
import { assignCitations } from '#app/text/tree/cite.ts';
import type { Act } from '#app/text/tree/types.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { toAknAmendment } from './akn-steps.ts';
import { parseText } from '../acts/tasks.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { OperationKind } from '../state/remark.ts';
import { writeAkn } from './akn-task.server.ts';

type Where = { slug: string; version: number | null; amendments?: boolean };

/**
 * A version as Akoma Ntoso, the current one unless `version` names another; with `amendments` the open ones as components of the newest
 * text. Amendments in conflict are left out: they were written to words that are gone. Throws not-found.
 */
export async function actAkn(
  db: Db,
  { slug, version, amendments = false }: Where,
): Promise<{ xml: string; name: string }> {
  const draft = await loadDraft(db, { slug }, version ?? undefined);
  const row = await db.version.findFirst({
    where: { consultationId: draft.consultationId, number: draft.version },
    select: {
      createdAt: true,
      consultation: { select: { publishedAt: true, municipality: { select: { name: true } } } },
    },
  });
  if (!row) throw notFound('no such version');
  const { publishedAt, municipality } = row.consultation;
  const open = amendments && draft.version === draft.current ? await openAmendments(db, draft) : [];
  const act = identified(draft);
  const xml = await runTask(writeAkn, {
    act,
    date: row.createdAt.toISOString(),
    amendments: open,
    identity: {
      ...identityIn(act, { teryt: draft.teryt, municipality: municipality.name }),
      root: 'bill',
      date: dayOf(publishedAt),
      dateName: 'introduction',
      number: slug,
      printed: null,
      wording: `v${draft.version}`,
      wordingDate: dayOf(row.createdAt),
    },
  });
  return { xml, name: `${slug}-wersja-${draft.version}${amendments ? '-poprawki' : ''}.akn.xml` };
}

/**
 * What the council adopted, as it was entered last: an act with the number and the day of the resolution. Throws not-found while nothing
 * was adopted.
 */
export async function adoptedAkn(db: Db, slug: string): Promise<{ xml: string; name: string }> {
  const row = await db.adoptedText.findFirst({
    where: { unified: { state: 'frozen', consultation: { slug } } },
    orderBy: { number: 'desc' },
    select: {
      text: true,
      sign: true,
      adoptedOn: true,
      enteredAt: true,
      unified: { select: { consultation: { select: { teryt: true, municipality: { select: { name: true } } } } } },
    },
  });
  if (!row) throw notFound('nothing was adopted');
  const { teryt, municipality } = row.unified.consultation;
  const act = await runTask(parseText, row.text);
  const xml = await runTask(writeAkn, {
    act,
    date: row.enteredAt.toISOString(),
    amendments: [],
    identity: {
      ...identityIn(act, { teryt, municipality: municipality.name }),
      root: 'act',
      date: row.adoptedOn,
      dateName: 'adoption',
      number: wordsOfAddress(row.sign) || slug,
      printed: row.sign,
    },
  });
  return { xml, name: `${slug}-uchwala.akn.xml` };
}

/** What the head of a text says of it, with the municipality by its code: names of municipalities repeat. */
function identityIn(act: Act, { teryt, municipality }: { teryt: string; municipality: string }): ActIdentity {
  const said = actIdentity(act);
  return { ...said, maker: `gmina-${teryt}`, author: said.author || `Gmina ${municipality}` };
}

/** The act with its citations; every unit is known by its clause, whatever its number. */
function identified({ head, units }: Draft): Act {
  const act = keyedAct(
    units.map((unit) => ({ ...unit, key: unit.clauseId })),
    head,
  );
  assignCitations(act);
  return act;
}

/** The public copy: an organisation by its name, a private person by the number of the remark. */
async function openAmendments(db: Db, draft: Draft): Promise<Amendment[]> {
  const rows = await db.remark.findMany({
    where: {
      consultationId: draft.consultationId,
      state: 'open',
      kind: 'amendment',
      fit: { notIn: ['conflict', 'contained'] },
    },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      organisation: true,
      channel: true,
      filedAt: true,
      reason: true,
      operations: {
        where: { op: { not: 'none' } },
        orderBy: { seq: 'asc' },
        select: {
          op: true,
          clauseId: true,
          targetClauseId: true,
          fit: true,
          carriedAfter: true,
          carriedRest: true,
          rest: true,
        },
      },
    },
  });
  const citations = citationsByClause(draft.units);
  const say = translator('pl');
  return rows.flatMap(({ number, organisation, channel, filedAt, reason, operations }) => {
    const steps = operations
      .filter(({ fit }) => fit !== 'conflict' && fit !== 'contained')
      .flatMap((operation) =>
        toAknAmendment(
          { ...operation, op: operation.op as OperationKind, rest: operation.carriedRest ?? operation.rest },
          { units: draft.units, citations },
        ),
      );
    if (steps.length === 0) return [];
    return [
      {
        number,
        author: organisation ? nameAsGiven(organisation, channel, say) : say('format.akn.person', { number }),
        date: filedAt.toISOString(),
        reason,
        clauses: steps,
      },
    ];
  });
}
