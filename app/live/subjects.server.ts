import type { Db } from '#app/db/client.server.ts';

/** What can be listened to: a kind of thing that counts its changes. Its folder says how, and hands it in at the start. */
export type LiveSubject = {
  /** Counters of those ids that exist. */
  counters(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** One new thing as every listener may see it, for a page to put in place; null: the page fetches itself again. */
  shown(db: Db, about: string): Promise<unknown>;
};

/** Name of a channel: the kind of thing and its id. */
export type LiveChannel = `${string}:${string}`;

const slot = Symbol.for('paragraf.live-subjects');
type Slot = { [slot]?: Map<string, LiveSubject> };
const subjects = ((globalThis as Slot)[slot] ??= new Map());

export function addLiveSubject(kind: string, subject: LiveSubject): void {
  subjects.set(kind, subject);
}

/** The subject of a channel and the id within it; null when nobody handed one in. */
export function subjectOf(channel: string): { subject: LiveSubject; kind: string; id: string } | null {
  const at = channel.indexOf(':');
  const [kind, id] = [channel.slice(0, at), channel.slice(at + 1)];
  const subject = subjects.get(kind);
  return subject && id ? { subject, kind, id } : null;
}

/** The counter of a channel as it is now; undefined where there is nothing of that name. */
export async function counterOf(db: Db, channel: LiveChannel): Promise<number | undefined> {
  const found = subjectOf(channel);
  return found ? (await found.subject.counters(db, [found.id])).get(found.id) : undefined;
}
