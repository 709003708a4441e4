import type { Db } from '#app/db/client.server.ts';
import { z } from 'zod';
import { hashOf } from '#app/publishing/hash.server.ts';
import { methodologySchema } from '../methodology/parse-methodology.ts';

const pairs = z.record(z.string(), z.string());

/**
 * Every methodology has the hash of its text, and every bridge leads from questions of one version to questions of another that are there.
 * Which questions ask the same is nowhere else: whether those pairs were the given ones, seals alone say.
 */
export async function verifyBridges(db: Db): Promise<string[]> {
  const methodologies = await db.methodology.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, key: true, version: true, json: true, hash: true, teamId: true },
  });
  const bridges = await db.methodologyBridge.findMany({ orderBy: { id: 'asc' } });
  const find = (key: string, version: string) =>
    methodologies.find((each) => each.key === key && each.version === version);
  const questions = (json: unknown) => new Set(methodologySchema.safeParse(json).data?.indicators.map(({ id }) => id));
  return [
    ...methodologies
      .filter(({ json, hash }) => hashOf(json) !== hash)
      .map(({ id }) => `Methodology ${id}: its text is not the one that was hashed`),
    ...bridges.flatMap(({ id, key, fromVersion, toVersion, mapping, teamId }) => {
      const of = (what: string) => [`MethodologyBridge ${id}: ${what}`];
      const [from, to] = [find(key, fromVersion), find(key, toVersion)];
      if (!from || !to) return of('a version it joins is not there');
      const read = pairs.safeParse(mapping);
      const [asked, asks] = [questions(from.json), questions(to.json)];
      if (!read.success || Object.entries(read.data).some(([one, two]) => !asked.has(one) || !asks.has(two)))
        return of('it joins questions that are not there');
      return to.teamId === teamId ? [] : of('it belongs to another team than the version it leads to');
    }),
  ];
}
