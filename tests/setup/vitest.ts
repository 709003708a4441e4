/** Runs before every test file: a complaint on the console or a way out to the network makes the test fail. */
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest';
import { closeFile } from './cleanup.ts';

const complaints: string[] = [];

beforeEach(() => {
  complaints.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation(
      (...parts: unknown[]) => void complaints.push(`console.${method}: ${parts.map(String).join(' ')}`),
    );
  }
});

/** A test that expects a complaint takes it: `expect(takeComplaints()).toEqual([...])`. */
export function takeComplaints(): string[] {
  return complaints.splice(0);
}

afterEach(() => {
  vi.restoreAllMocks();
  expect(takeComplaints(), 'the console stays silent during a test').toEqual([]);
});

afterAll(closeFile);

type ConnectOptions = { host?: string; path?: string };
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const connect = Socket.prototype.connect;

/** node:http, fetch and pg all end here. */
Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const first = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0];
  const options: ConnectOptions =
    typeof first === 'object' && first !== null ? first : typeof args[1] === 'string' ? { host: args[1] } : {};
  if (!options.path && options.host && !loopback.test(options.host))
    throw new Error(`a test tried to reach ${options.host}: tests stay on this machine`);
  return (connect as (...args: unknown[]) => Socket).apply(this, args);
} as typeof connect;
