/** Whether the database answers, and whether the program is on its way out: one state for the server and the pages. */
export type Health = {
  /** The database answers, as far as the last look tells. */
  isAnswering(): boolean;
  /** Looks now; false also when there is no answer within the bound. */
  check(): Promise<boolean>;
};

type State = { health: Health | null; isStopping: boolean };
const slot = Symbol.for('paragraf.health');
type Slot = { [slot]?: State };

/** The server is started from sources and the pages from a bundle of their own: both must find the same state. */
function state(): State {
  return ((globalThis as Slot)[slot] ??= { health: null, isStopping: false });
}

export function setHealth(health: Health): void {
  state().health = health;
}

/** True unless somebody watches the database and found it away: then nobody needs to wait for it. */
export function databaseAnswers(): boolean {
  return state().health?.isAnswering() ?? true;
}

/** From now on the program takes no new work: `/readyz` says so. */
export function stopTakingWork(): void {
  state().isStopping = true;
}

export function isStopping(): boolean {
  return state().isStopping;
}

/** Ready: the database answers now and nobody has asked the program to end. */
export async function isReady(): Promise<boolean> {
  const { health, isStopping: stopping } = state();
  return !stopping && health !== null && (await health.check());
}

/** Something met trouble with the database: look at once instead of at the next turn. */
export function suspectDatabase(): void {
  void state().health?.check();
}
