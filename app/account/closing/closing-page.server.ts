import type { Db } from '#app/db/client.server.ts';
import { hasPassword } from '#app/people/has-password.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { openDuties, type Duty } from './open-duties.server.ts';

export type ClosingPage = {
  duties: Duty[];
  /** Own remarks and amendments without the office's answer. */ open: number;
  withPassword: boolean;
};

/** What a person is told before they close their account. */
export async function loadClosingPage(db: Db, { viewer }: { viewer: Viewer }): Promise<ClosingPage> {
  return {
    duties: await openDuties(db, viewer.id),
    open: await db.remark.count({ where: { authorId: viewer.id, state: 'open' } }),
    withPassword: await hasPassword(db, { viewer }),
  };
}
