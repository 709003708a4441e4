import { Prisma } from '#app/generated/prisma/client.ts';
import type { DeskFilter, DeskQuery, DeskSort } from './desk-filters.ts';

/** Where the list looks from: the consultation, who looks, when, its term for answers. */
export type DeskScope = { consultationId: string; teryt: string; viewerId: string; now: Date; answersDueAt: Date };

/** Days before a term in which a remark is due soon. */
const soonDays = 7;

const uuid = (id: string) => Prisma.sql`${id}::uuid`;
const dueBefore = (scope: DeskScope, at: Date) =>
  Prisma.sql`(r.state = 'open' and coalesce(r."dueAt", ${scope.answersDueAt}) < ${at})`;

/** A draft handed in by somebody else: it waits for the viewer. */
const draftForViewer = (scope: DeskScope) => Prisma.sql`exists (
  select 1 from "RulingDraft" d where d."remarkId" = r.id and d.state = 'waiting' and d."draftedById" <> ${uuid(scope.viewerId)})`;

/** The viewer's own draft that another official sent back. */
const draftReturned = (scope: DeskScope) => Prisma.sql`exists (
  select 1 from "RulingDraft" d where d."remarkId" = r.id and d.state = 'returned' and d."draftedById" = ${uuid(scope.viewerId)})`;

/** A ruling on it is collected to be released with others. */
const isCollected = Prisma.sql`exists (
  select 1 from "RulingDraft" d where d."remarkId" = r.id and d.state = 'collected')`;

/** One quick view as a condition on `r`. */
export function filterSql(filter: DeskFilter, scope: DeskScope): Prisma.Sql {
  switch (filter) {
    case 'all':
      return Prisma.sql`true`;
    case 'waiting':
      return Prisma.sql`r.state = 'open'`;
    case 'mine':
      return Prisma.sql`(r.state = 'open' and r."assignedToId" = ${uuid(scope.viewerId)})`;
    case 'overdue':
      return dueBefore(scope, scope.now);
    case 'conflict':
      return Prisma.sql`(r.state = 'open' and r.fit = 'conflict')`;
    case 'author':
      return Prisma.sql`(r.state = 'open' and r.fit in ('adapted', 'conflict'))`;
    case 'drafts':
      return Prisma.sql`(r.state = 'open' and ${draftForViewer(scope)})`;
    case 'returned':
      return Prisma.sql`(r.state = 'open' and ${draftReturned(scope)})`;
    case 'collected':
      return Prisma.sql`(r.state = 'open' and ${isCollected})`;
    case 'done':
      return Prisma.sql`r.state not in ('open', 'withdrawn')`;
    case 'withdrawn':
      return Prisma.sql`r.state = 'withdrawn'`;
  }
}

/** Everything the query asks, as one condition on `r`; `clauseIds` are the unit asked about with everything under it. */
export function deskWhere(query: DeskQuery, scope: DeskScope, clauseIds: readonly string[] | null): Prisma.Sql {
  const parts: Prisma.Sql[] = [
    Prisma.sql`r."consultationId" = ${uuid(scope.consultationId)}`,
    Prisma.sql`r.teryt = ${scope.teryt}`,
    filterSql(query.filter, scope),
  ];
  if (query.state) parts.push(Prisma.sql`r.state = ${query.state}`);
  if (query.fit) parts.push(Prisma.sql`r.fit = ${query.fit}`);
  if (query.channel) parts.push(Prisma.sql`r.channel = ${query.channel}`);
  if (query.person === 'nobody') parts.push(Prisma.sql`r."assignedToId" is null`);
  else if (query.person) parts.push(Prisma.sql`r."assignedToId" = ${uuid(query.person)}`);
  if (query.due === 'overdue') parts.push(dueBefore(scope, scope.now));
  if (query.due === 'soon')
    parts.push(
      Prisma.sql`(${dueBefore(scope, new Date(scope.now.getTime() + soonDays * 86_400_000))} and not ${dueBefore(scope, scope.now)})`,
    );
  if (query.group === 'any') parts.push(Prisma.sql`r."groupId" is not null`);
  else if (query.group === 'none') parts.push(Prisma.sql`r."groupId" is null`);
  else if (query.group !== null) {
    parts.push(
      Prisma.sql`r."groupId" in (select g.id from "RemarkGroup" g where g."consultationId" = ${uuid(scope.consultationId)} and g.number = ${query.group})`,
    );
  }
  if (clauseIds) {
    parts.push(
      Prisma.sql`exists (select 1 from "RemarkOperation" o where o."remarkId" = r.id and o."clauseId" = any(${[...clauseIds]}::uuid[]))`,
    );
  }
  return Prisma.join(parts, ' and ');
}

/** Order of the list, but for that of the act; the number decides where all else is equal. */
export function deskOrder(sort: Exclude<DeskSort, 'act'>, scope: DeskScope): Prisma.Sql {
  switch (sort) {
    case 'number':
      return Prisma.sql`r.number asc`;
    case 'newest':
      return Prisma.sql`r.number desc`;
    case 'due':
      return Prisma.sql`(r.state <> 'open') asc, coalesce(r."dueAt", ${scope.answersDueAt}) asc, r.number asc`;
    case 'supports':
      return Prisma.sql`(select count(*) from "Support" s where s."remarkId" = r.id and s.stance = 'support') desc, r.number asc`;
  }
}
