import { getDb } from '#app/db/client.server.ts';
import { makeHub, type Hub } from './hub.server.ts';

const slot = Symbol.for('paragraf.live-hub');
type Slot = { [slot]?: Hub };

/** The one hub of this process; the start script and the built pages find the same. */
export function liveHub(): Hub {
  return ((globalThis as Slot)[slot] ??= makeHub(getDb));
}
