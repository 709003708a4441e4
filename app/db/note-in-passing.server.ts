import { isNoRoom } from '#app/errors/known-refusal.ts';

/** A note that goes along with reading, such as when somebody was last seen: where nothing can be written any more, reading goes on without it. */
export async function noteInPassing(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isNoRoom(error)) throw error;
  }
}
