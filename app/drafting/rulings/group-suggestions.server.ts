import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadDeskHead, type DeskHeadFacts } from './desk.server.ts';
import { firstWords } from '../state/first-words.ts';
import { listGroups, type GroupRow } from './group-page.server.ts';
import { nearRemarks } from '../near/near-remarks.server.ts';
import type { Resemblance } from '../near/near.ts';

/** A cluster with the words needed to judge it; of long ones the first members are shown and all can be chosen. */
export type Suggestion = {
  lead: { number: number; words: string };
  group: number | null;
  members: (Resemblance & { words: string })[];
  revision: number;
};

export type OfficeGroups = { desk: DeskHeadFacts; groups: GroupRow[]; suggestions: Suggestion[]; more: number };

/** Suggestions on one page, the largest first. */
const suggestionsShown = 20;

/** Groups of a consultation and what could be grouped. For people who are not officials here it does not exist. */
export async function loadOfficeGroups(db: Db, input: { viewer: Viewer; slug: string }): Promise<OfficeGroups> {
  const { draft, scope: _scope, ...desk } = await loadDeskHead(db, input);
  const near = await nearRemarks(db, draft.consultationId, suggestionsShown);
  const shown = near.clusters.sort((a, b) => b.members.length - a.members.length || a.lead - b.lead);
  const rows = await db.remark.findMany({
    where: {
      consultationId: draft.consultationId,
      number: { in: shown.flatMap(({ lead, members }) => [lead, ...members.map(({ number }) => number)]) },
    },
    select: { number: true, reason: true },
  });
  const groups = await db.remarkGroup.findMany({
    where: { consultationId: draft.consultationId },
    select: { number: true, revision: true },
  });
  const words = new Map(rows.map(({ number, reason }) => [number, firstWords(reason)]));
  return {
    desk,
    groups: await listGroups(db, draft.consultationId),
    more: near.more,
    suggestions: shown.map(({ lead, group, members }) => ({
      lead: { number: lead, words: words.get(lead) ?? '' },
      group,
      revision: groups.find(({ number }) => number === group)?.revision ?? 0,
      members: members.map((member) => ({ ...member, words: words.get(member.number) ?? '' })),
    })),
  };
}
