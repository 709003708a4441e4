import express from 'express';
import { expect, test } from 'vitest';
import { checkSettings } from '#app/admin/checks.server.ts';
import { settingProblems, trustedProxies } from './start-settings.server.ts';

const bad: [string, string[]][] = [
  ['PORT', ['abc', '99999', '-1', '3000;', '1e3', '0x10', '3 000']],
  ['WATCHDOG_SECONDS', ['abc', '-1', 'off', '1m']],
  [
    'TRUST_PROXY',
    ['abc', 'true', '-1', '1.5', '10.0.0.5/33', '10.0.0.0/0', '::/129', 'proxy.example.org', '10.0.0.5,', '*', '1/2/3'],
  ],
  [
    'SMTP_URL',
    ['http://mail.example.net', 'mail.example.net', 'smtp://::::', 'smtps://user:p/ss@host', 'smtp://host:99999'],
  ],
];
const good: [string, string[]][] = [
  ['PORT', ['', '0', '80', '65535']],
  ['WATCHDOG_SECONDS', ['', '0', '0.5', '90']],
  [
    'TRUST_PROXY',
    ['', '0', '1', '2', 'loopback', '10.0.0.5', '127.0.0.1, ::1', '192.168.0.0/16,fd00::/8', '10.0.0.0/255.0.0.0'],
  ],
  ['SMTP_URL', ['', 'smtp://localhost', 'smtps://user:p%2Fss@host:465', 'smtp://[::1]:25']],
];

test('a setting that the program cannot start with is named by the start and by the doctor; one with a password is not repeated', () => {
  for (const [name, values] of bad) {
    for (const value of values) {
      const [problem, ...more] = settingProblems({ [name]: value });
      expect([name, value, problem?.name, more]).toEqual([name, value, name, []]);
      if (name === 'SMTP_URL') expect(problem?.text).not.toContain(value);
      expect(
        checkSettings({ [name]: value }).find((found) => found.name === name),
        value,
      ).toMatchObject({ state: 'bad', text: problem?.text });
    }
  }
});

test('every other setting is taken, and Express takes what is read of TRUST_PROXY', () => {
  for (const [name, values] of good)
    for (const value of values) expect([name, value, settingProblems({ [name]: value })]).toEqual([name, value, []]);
  const trusted = good.find(([name]) => name === 'TRUST_PROXY')?.[1].filter(Boolean) ?? [];
  for (const value of trusted) expect(() => express().set('trust proxy', trustedProxies(value)), value).not.toThrow();
});
