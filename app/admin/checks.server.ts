import { hasPublicAddress, isDemoAsked } from '#app/people/demo/demonstration.server.ts';
import { roomOfInstallation, uploadRoom } from '#app/uploads/upload-room.ts';
import { settingProblems } from '#app/settings/start-settings.server.ts';

/** What a look at the machine and the settings found: in plain words, with what to do. */
export type Finding = { state: 'ok' | 'warn' | 'bad'; name: string; text: string };

export type Settings = Record<string, string | undefined>;

export const finding = (state: Finding['state'], name: string, text: string): Finding => ({ state, name, text });

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isNewEnough = major > 20 || (major === 20 && minor >= 19);
  return finding(
    isNewEnough ? 'ok' : 'bad',
    'Node',
    isNewEnough ? `${version}` : `${version} is too old; install 20.19 or newer`,
  );
}

export function checkSettings(env: Settings): Finding[] {
  const isOpen = !env.HOST || ['localhost', '127.0.0.1', '::1'].includes(env.HOST);
  const refused = settingProblems(env).map(({ name, text }) => finding('bad', name, text));
  const others = [
    publicUrl(env.PUBLIC_URL),
    mailSettings(env),
    proxy(env, isOpen),
    uploads(env.UPLOADS_MAX_GB),
    operator(env),
    ...openDemo(env),
  ];
  return [...refused, ...others.filter(({ name }) => !refused.some((each) => each.name === name))];
}

function publicUrl(value: string | undefined): Finding {
  if (!value?.trim())
    return finding(
      'warn',
      'PUBLIC_URL',
      'is not set: links in letters lead to localhost. Set it to the address that people use',
    );
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    return finding('bad', 'PUBLIC_URL', 'is not an address like https://konsultacje.example.pl');
  const { protocol, hostname, pathname, username, password, search, hash } = new URL(value);
  if (username || password || search || hash)
    return finding(
      'bad',
      'PUBLIC_URL',
      'has more than a host in it (a name, a password, something behind ? or #): the program does not start with that',
    );
  if (pathname !== '/')
    return finding('bad', 'PUBLIC_URL', 'has a path; the program answers at the top of a host only');
  if (protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return finding('ok', 'PUBLIC_URL', `${protocol}//${hostname}`);
  return finding(
    'bad',
    'PUBLIC_URL',
    'is http: passwords and cookies travel in clear. Put a proxy with a certificate in front, and set https://…',
  );
}

function mailSettings({ SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: site }: Settings): Finding {
  if (!url)
    return finding(
      site?.startsWith('https://') ? 'bad' : 'warn',
      'SMTP_URL',
      'is not set: no letter leaves the program, nobody can confirm an account or set a password',
    );
  return from
    ? finding('ok', 'MAIL_FROM', 'is set')
    : finding(
        'warn',
        'MAIL_FROM',
        'is not set: letters come from paragraf@ the host of PUBLIC_URL, which the mail server may refuse',
      );
}

function proxy({ TRUST_PROXY: trusted, PUBLIC_URL: site }: Settings, isOpen: boolean): Finding {
  if (trusted && trusted.trim() !== '0')
    return finding(
      'ok',
      'TRUST_PROXY',
      `${trusted}; that proxy must overwrite X-Forwarded-For, X-Forwarded-Host and X-Forwarded-Proto`,
    );
  if (site?.startsWith('https://') && isOpen)
    return finding(
      'bad',
      'TRUST_PROXY',
      'is not set, but an https address needs a proxy in front: all visitors would count as one address. Set it to 1',
    );
  return finding('ok', 'TRUST_PROXY', 'is not set: no proxy is believed');
}

function openDemo(env: Settings): Finding[] {
  if (!isDemoAsked(env) || !hasPublicAddress(env)) return [];
  return [
    finding(
      'bad',
      'PARAGRAF_DEMO',
      'opens the accounts of the demonstration, an administrator’s among them, to everybody under a public address: their password is known. Leave it only where everything may be tried',
    ),
  ];
}

function uploads(setting: string | undefined): Finding {
  const room = roomOfInstallation(setting);
  const said = `room for ${(room ?? uploadRoom.installation) / 1_000_000_000} GB of uploaded files`;
  return finding(
    room === null ? 'bad' : 'ok',
    'UPLOADS_MAX_GB',
    room === null ? `is not a number of gigabytes such as 20; there is ${said}` : said,
  );
}

function operator(env: Settings): Finding {
  const missing = ['OPERATOR_NAME', 'OPERATOR_ADDRESS', 'OPERATOR_EMAIL', 'SITE_PUBLISHED_ON'].filter(
    (name) => !env[name],
  );
  return missing.length === 0
    ? finding('ok', 'operator', 'named')
    : finding(
        'warn',
        'operator',
        `${missing.join(', ')} not set: the pages about accessibility and personal data say what is missing`,
      );
}

const gigabyte = 1024 ** 3;

export function checkMemory({ heapLimit, total }: { heapLimit: number; total: number }): Finding {
  const size = (bytes: number) => `${(bytes / gigabyte).toFixed(1)} GB`;
  const said = `up to ${size(heapLimit)} for the program, ${size(total)} in the machine`;
  if (heapLimit < 0.9 * gigabyte)
    return finding(
      'warn',
      'memory',
      `${said}: little for large texts. Start with NODE_OPTIONS=--max-old-space-size=1536`,
    );
  if (heapLimit > 0.9 * total)
    return finding(
      'warn',
      'memory',
      `${said}: the machine would end the program before it notices. Give NODE_OPTIONS=--max-old-space-size less than the machine has`,
    );
  return finding('ok', 'memory', said);
}

export function checkDisk({ free, folder }: { free: number; folder: string }): Finding {
  const said = `${(free / gigabyte).toFixed(1)} GB free for ${folder}`;
  if (free < 0.2 * gigabyte) return finding('bad', 'disk', `${said}: writing stops soon. Make room now`);
  return free < gigabyte
    ? finding('warn', 'disk', `${said}: make room, also for backups`)
    : finding('ok', 'disk', said);
}

export function checkMode({ mode, path }: { mode: number; path: string }): Finding {
  const others = mode & 0o077;
  return others === 0
    ? finding('ok', 'file modes', `${path} is closed to others`)
    : finding('bad', 'file modes', `${path} can be read by other users of the machine: chmod -R go-rwx ${path}`);
}

export function checkClock(secondsApart: number): Finding {
  const apart = Math.abs(secondsApart);
  if (apart < 2) return finding('ok', 'clock', 'agrees with the database');
  return finding(
    apart < 30 ? 'warn' : 'bad',
    'clock',
    `is ${Math.round(apart)} s ${secondsApart > 0 ? 'ahead of' : 'behind'} the database: deadlines pass at the wrong moment. Switch on time synchronisation (NTP) on both machines`,
  );
}

export function checkMigrations({ known, applied }: { known: readonly string[]; applied: readonly string[] }): Finding {
  const foreign = applied.filter((name) => !known.includes(name));
  if (foreign.length > 0)
    return finding('bad', 'migrations', `the database is of a newer program (${foreign.at(-1)}): install that version`);
  const missing = known.filter((name) => !applied.includes(name));
  return missing.length === 0
    ? finding('ok', 'migrations', `all ${known.length} applied`)
    : finding('warn', 'migrations', `${missing.length} not applied yet: the next start does it. Make a backup before`);
}
