/**
 * Loaded before the program (`node --import`), for what tests ask of its process: which modules it has loaded, and a clock of the
 * tests' own, which moves the program's time forward when the test says so, and nobody waits for real minutes. Time runs on from
 * there; timers keep their own pace.
 */
import { Session } from 'node:inspector';

const RealDate = globalThis.Date;
let ahead = 0;

const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});

RealDate.prototype.constructor = globalThis.Date;

/** Addresses of all scripts of the main thread, one for each instance of a module. */
function loaded() {
  const session = new Session();
  const found = [];
  session.connect();
  session.on('Debugger.scriptParsed', ({ params }) => found.push(params.url));
  session.post('Debugger.enable');
  session.disconnect();
  return found;
}

process.on('message', (message) => {
  if (message?.loaded) process.send?.({ loaded: loaded() });
  if (typeof message?.advance !== 'number') return;
  ahead += message.advance;
  process.send?.({ advanced: ahead });
});
// Only the program itself keeps the process alive.
process.channel?.unref();
