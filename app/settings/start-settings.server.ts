import { isIP } from 'node:net';

type Settings = Record<string, string | undefined>;

/** A setting that the program cannot start with, in words that follow its name. */
export type SettingProblem = { name: string; text: string };

/** What is wrong with settings that are read at the start; the same for the start, which refuses, and for `doctor`, which says so. Values that may hold a password are not repeated. */
export function settingProblems(env: Settings): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const judge = (name: string, isGood: (value: string) => boolean, text: string) => {
    const value = env[name];
    if (value !== undefined && value !== '' && !isGood(value)) problems.push({ name, text });
  };
  judge(
    'PORT',
    (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
    'must be a number up to 65535, such as 3000',
  );
  judge(
    'WATCHDOG_SECONDS',
    (value) => /^\d{1,6}(?:\.\d{1,3})?$/.test(value),
    'must be a number of seconds, such as 60; 0 switches the watchdog off',
  );
  judge(
    'TRUST_PROXY',
    (value) => trustedProxies(value) !== null,
    'must be the number of proxies in front, such as 1, or their addresses, such as 10.0.0.5, 192.168.0.0/16',
  );
  judge(
    'SMTP_URL',
    isMailServer,
    'must be an address such as smtps://user:password@mail.example.org:465; signs such as / @ # in a password are written by their codes (%2F %40 %23)',
  );
  return problems;
}

function isMailServer(value: string): boolean {
  return /^smtps?:\/\//.test(value) && URL.canParse(value) && new URL(value).hostname !== '';
}

const namedNetworks = ['loopback', 'linklocal', 'uniquelocal'];

/** TRUST_PROXY as Express takes it: a number of proxies (0 trusts none) or a list of addresses and networks; null when it is neither. */
export function trustedProxies(value: string): number | string[] | null {
  const text = value.trim();
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => namedNetworks.includes(part) || isNetwork(part)) ? parts : null;
}

function isNetwork(part: string): boolean {
  const [address = '', mask, more] = part.split('/');
  const kind = isIP(address);
  if (kind === 0 || more !== undefined) return false;
  return (
    mask === undefined ||
    (/^\d{1,3}$/.test(mask) && Number(mask) <= (kind === 4 ? 32 : 128) && Number(mask) > 0) ||
    (kind === 4 && isIP(mask) === 4)
  );
}
