/**
 * A clock of the tests' own: loaded before the program (`node --import`), it moves the program's time forward when the test
 * says so, and nobody waits for real minutes. Time runs on from there; timers keep their own pace.
 */
const RealDate = globalThis.Date;
let ahead = 0;

const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});

RealDate.prototype.constructor = globalThis.Date;

process.on('message', (message) => {
  if (typeof message?.advance !== 'number') return;
  ahead += message.advance;
  process.send?.({ advanced: ahead });
});
// Only the program itself keeps the process alive.
process.channel?.unref();
