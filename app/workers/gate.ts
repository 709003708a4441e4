import { AppError } from '#app/errors/app-error.ts';

/** Seconds after which somebody who was sent away may come again: most work is done by then. */
const COME_AGAIN = 5;

/** Lets `running` through at once and `waiting` queue; the caller gives back what it got when it is done. */
export type Gate = { enter: (patience: number) => Promise<() => void>; running: () => number; waiting: () => number };

type Waiter = { go: () => void };

/** In the order of coming. Over the bounds, and after `patience` milliseconds in the queue, an AppError: busy. */
export function createGate(name: string, bounds: { running: number; waiting: number }): Gate {
  let running = 0;
  const queue: Waiter[] = [];
  const leaver = () => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = queue.shift();
      // Handed over as it is: nobody who comes at this moment slips in between.
      if (next) next.go();
      else running -= 1;
    };
  };
  const enter = async (patience: number): Promise<() => void> => {
    if (running < bounds.running) running += 1;
    else if (queue.length < bounds.waiting) await turn(queue, name, patience);
    else throw new AppError('busy', `${name}: ${queue.length} are waiting`, { seconds: COME_AGAIN });
    return leaver();
  };
  return { enter, running: () => running, waiting: () => queue.length };
}

function turn(queue: Waiter[], name: string, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiter: Waiter = {
      go: () => {
        clearTimeout(timer);
        resolve();
      },
    };
    const timer = setTimeout(() => {
      queue.splice(queue.indexOf(waiter), 1);
      reject(new AppError('busy', `${name}: waited ${patience} ms`, { seconds: COME_AGAIN }));
    }, patience);
    queue.push(waiter);
  });
}
