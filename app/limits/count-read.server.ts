import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from './network.ts';
import { limits, type LimitName } from './limits.ts';

export type ReadRate = {
  allowed: boolean;
  max: number;
  remaining: number;
  window: number;
  /** Seconds until the window ends. */ seconds: number;
};

const counters = new Map<LimitName, RateLimiterMemory>();

/**
 * Counts one read from an address. In the process that answers, not in the database: a read writes nothing, and answers from
 * memory go on while the database is away. With several processes the bound is that much wider.
 */
export async function countRead(name: LimitName, address: string): Promise<ReadRate> {
  const [{ points: max, seconds: window }] = limits[name];
  const counter = counters.get(name) ?? new RateLimiterMemory({ points: max, duration: window });
  counters.set(name, counter);
  const rate = (result: RateLimiterRes, allowed: boolean): ReadRate => ({
    allowed,
    max,
    remaining: result.remainingPoints,
    window,
    seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  });
  try {
    return rate(await counter.consume(networkOf(address)), true);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return rate(refusal, false);
    throw refusal;
  }
}
