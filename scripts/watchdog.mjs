import { url as inspectorUrl } from 'node:inspector';
import { Worker } from 'node:worker_threads';

/** Longer than any honest piece of work on the main thread. */
const usualSeconds = 60;

/**
 * Ends the process (SIGKILL) with a line on standard error when its main thread has not come round for so many seconds:
 * a loop inside WebAssembly hears no signal and answers nobody. Whoever runs the program (systemd, a container) starts it
 * again, and the database repeats its log. Returns what stops the watch. 0 seconds, or a debugger, mean none.
 * @param {{ seconds?: number, thread: string }} options `thread` is the file watchdog-thread.mjs
 * @returns {() => void}
 */
export function startWatchdog({ seconds = usualSeconds, thread }) {
  if (!(seconds > 0) || inspectorUrl()) return () => {};
  const turns = new Int32Array(new SharedArrayBuffer(4));
  const timer = setInterval(() => Atomics.add(turns, 0, 1), 500);
  timer.unref();
  const worker = new Worker(thread, {
    workerData: { turns, seconds },
    execArgv: [],
    stdout: false,
    stderr: false,
  });
  worker.unref();
  return () => {
    clearInterval(timer);
    void worker.terminate();
  };
}
