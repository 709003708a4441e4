/** What an administrator asks for on the command line. Pure: words in, an order or a complaint out. */
import { z } from 'zod';
import { emailField } from '#app/people/schema.ts';
import type { RoleOrder } from '#app/people/grant-role.server.ts';

export type AdminOrder =
  | { command: 'help' }
  | { command: 'grant' | 'revoke'; email: string; order: RoleOrder }
  | { command: 'user'; email: string }
  | { command: 'disable' | 'enable'; email: string; reason: string }
  | { command: 'create-user'; email: string; displayName: string; locale: 'pl' | 'en' }
  | { command: 'create-team'; slug: string; name: string; contact: string }
  | { command: 'import-terc'; file: string }
  | { command: 'load-survey'; file: string; teryt: string | null }
  | { command: 'verify'; edition: string | null }
  | { command: 'load-scale' }
  | { command: 'export'; teryt: string; folder: string }
  | { command: 'import'; folder: string }
  | { command: 'backup'; file: string }
  | { command: 'restore'; file: string; replace: boolean }
  | { command: 'outbox'; act: 'list'; failedOnly: boolean }
  | { command: 'outbox'; act: 'retry' | 'drop'; id: string }
  | { command: 'remove-demo'; confirmed: boolean }
  | { command: 'doctor' };

export type ReadResult = { ok: true; value: AdminOrder } | { ok: false; message: string };

export const help = `npm run admin -- COMMAND

  grant EMAIL official TERYT            official of a municipality (seven digits)
  grant EMAIL representative "NAME"     speaks for an organisation
  grant EMAIL member TEAM-SLUG          member of a monitoring team
  grant EMAIL lead TEAM-SLUG            leads a monitoring team
  grant EMAIL admin                     administrator
  revoke EMAIL …                        takes the same role back
  user EMAIL                            shows an account and its roles
  disable EMAIL "REASON"                nobody signs in to the account any more: sessions, tokens and links end; its
                                        owner gets a letter with the reason; roles are kept and do nothing
  enable EMAIL "REASON"                 opens it again; ended sessions and tokens stay ended
  create-user EMAIL "NAME" [pl|en]      opens an account, prints a link for setting its password
  create-team SLUG "NAME" "CONTACT"     opens a monitoring team
  import-terc FILE                      takes a newer TERC file of Statistics Poland (GUS)
  load-survey FILE [TERYT]              takes a survey held elsewhere over from a JSON file: what is known of it, nothing
                                        else; without TERYT the municipality that the addresses of its sources name
  verify [EDITION]                      computes released editions again, exit code 1 when anything differs;
                                        EDITION is the word in its address
  export TERYT --out FOLDER             writes the whole public record of a municipality into a new folder
  import FOLDER                         puts such a folder into an installation that has nothing of the municipality
  backup FILE                           writes everything, uploads included, into one file; while the server runs, too
  restore FILE [--replace]              puts such a file in place of the database, from either kind of database into
                                        either; the server must be stopped; then computes released editions again
  outbox [--failed]                     letters that were not sent, and why
  outbox retry ID | retry all | drop ID tries a letter again, or those that were given up; removes one
  remove-demo [--yes]                   says what of the demonstration it would remove; removes it with --yes
  doctor                                looks at settings, database, disk, mail, clock and memory; exit code 1 when
                                        something is bad
  load-scale                            makes a very large invented consultation, for measuring
  help                                  this text

Works on DATABASE_URL or on the embedded database, also while the server is running.`;

class Complaint extends Error {}

/** Reads the words after `npm run admin --`. Each complaint names what is wrong and shows the form of the command. */
export function readArguments(words: readonly string[]): ReadResult {
  try {
    return { ok: true, value: orderOf(words) };
  } catch (error) {
    if (error instanceof Complaint) return { ok: false, message: error.message };
    throw error;
  }
}

function orderOf([command, ...rest]: readonly string[]): AdminOrder {
  switch (command) {
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return { command: 'help' };
    case 'grant':
    case 'revoke':
      return { command, email: emailOf(rest[0], command), order: roleOf(rest.slice(1), command) };
    case 'user':
      return { command, email: emailOf(only(rest, 1, 'user EMAIL')[0], command) };
    case 'disable':
    case 'enable': {
      const usage = `${command} EMAIL "REASON"`;
      const [email, reason] = only(rest, 2, usage);
      return { command, email: emailOf(email, command), reason: textOf(reason, 'the reason', usage) };
    }
    case 'create-user': {
      const usage = 'create-user EMAIL "NAME" [pl|en]';
      const [email, name, locale = 'pl'] = only(rest, 3, usage);
      if (locale !== 'pl' && locale !== 'en')
        throw new Complaint(`language "${locale}" is neither pl nor en: ${usage}`);
      return { command, email: emailOf(email, command), displayName: textOf(name, 'a name', usage), locale };
    }
    case 'create-team': {
      const usage = 'create-team SLUG "NAME" "CONTACT"';
      const [slug, name, contact] = only(rest, 3, usage);
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug ?? '') || slug!.length > 60)
        throw new Complaint(`"${slug ?? ''}" cannot stand in an address; use a-z, 0-9 and hyphens: ${usage}`);
      return {
        command,
        slug: slug!,
        name: textOf(name, 'a name', usage),
        contact: textOf(contact, 'a contact', usage),
      };
    }
    case 'import-terc': {
      const [file] = only(rest, 1, 'import-terc FILE');
      if (!file) throw new Complaint('no file given: import-terc FILE');
      return { command, file };
    }
    case 'load-survey': {
      const usage = 'load-survey FILE [TERYT]';
      const [file, teryt = null] = only(rest, 2, usage);
      if (!file) throw new Complaint(`no file given: ${usage}`);
      if (teryt !== null && !/^\d{7}$/.test(teryt)) throw new Complaint(`"${teryt}" is not seven digits: ${usage}`);
      return { command, file, teryt };
    }
    case 'verify': {
      const [edition = null] = only(rest, 1, 'verify [EDITION]');
      return { command, edition };
    }
    case 'export': {
      const usage = 'export TERYT --out FOLDER';
      const [teryt, flag, folder] = only(rest, 3, usage);
      if (!/^\d{7}$/.test(teryt ?? ''))
        throw new Complaint(`TERYT is "${teryt ?? ''}", seven digits expected: ${usage}`);
      if (flag !== '--out' || !folder) throw new Complaint(`no folder given: ${usage}`);
      return { command, teryt: teryt!, folder };
    }
    case 'import': {
      const [folder] = only(rest, 1, 'import FOLDER');
      if (!folder) throw new Complaint('no folder given: import FOLDER');
      return { command, folder };
    }
    case 'backup': {
      const [file] = only(rest, 1, 'backup FILE');
      if (!file) throw new Complaint('no file given: backup FILE');
      return { command, file };
    }
    case 'restore': {
      const usage = 'restore FILE [--replace]';
      const [file] = only(
        rest.filter((word) => word !== '--replace'),
        1,
        usage,
      );
      if (!file || file.startsWith('--')) throw new Complaint(`no file given: ${usage}`);
      return { command, file, replace: rest.includes('--replace') };
    }
    case 'outbox':
      return outboxOf(rest);
    case 'remove-demo': {
      const [flag] = only(rest, 1, 'remove-demo [--yes]');
      if (flag !== undefined && flag !== '--yes') throw new Complaint(`"${flag}" is not --yes: remove-demo [--yes]`);
      return { command, confirmed: flag === '--yes' };
    }
    case 'doctor':
      only(rest, 0, 'doctor');
      return { command };
    case 'load-scale':
      only(rest, 0, 'load-scale');
      return { command };
    default:
      throw new Complaint(`unknown command "${command}"; see npm run admin -- help`);
  }
}

function outboxOf(words: readonly string[]): AdminOrder {
  const usage = 'outbox [--failed] | outbox retry ID | outbox retry all | outbox drop ID';
  const [act, id] = only(words, 2, usage);
  if (act === undefined || (act === '--failed' && id === undefined))
    return { command: 'outbox', act: 'list', failedOnly: act === '--failed' };
  if (act !== 'retry' && act !== 'drop') throw new Complaint(`"${act}" is neither retry nor drop: ${usage}`);
  if (!(act === 'retry' && id === 'all') && !z.uuid().safeParse(id).success)
    throw new Complaint(`"${id ?? ''}" is not the id of a letter: ${usage}`);
  return { command: 'outbox', act, id: id! };
}

function roleOf([role, scope, ...rest]: readonly string[], command: string): RoleOrder {
  const usage = `${command} EMAIL official TERYT | representative "NAME" | member TEAM-SLUG | lead TEAM-SLUG | admin`;
  if (rest.length)
    throw new Complaint(`too many words ("${rest[0]}"); put a name of several words in quotes: ${usage}`);
  switch (role) {
    case 'official':
      if (!/^\d{7}$/.test(scope ?? ''))
        throw new Complaint(`TERYT is "${scope ?? ''}", seven digits expected: ${command} EMAIL official TERYT`);
      return { role, teryt: scope! };
    case 'representative':
      return { role, organisationName: textOf(scope, 'the name of the organisation', usage) };
    case 'member':
    case 'lead':
      if (!scope) throw new Complaint(`no team given: ${command} EMAIL ${role} TEAM-SLUG`);
      return { role, team: scope };
    case 'admin':
      if (scope) throw new Complaint(`admin has no scope ("${scope}"): ${command} EMAIL admin`);
      return { role };
    default:
      throw new Complaint(role ? `unknown role "${role}": ${usage}` : `no role given: ${usage}`);
  }
}

function only(words: readonly string[], max: number, usage: string): readonly string[] {
  if (words.length > max)
    throw new Complaint(`too many words ("${words[max]}"); put a name of several words in quotes: ${usage}`);
  return words;
}

function emailOf(word: string | undefined, command: string): string {
  if (!word) throw new Complaint(`no e-mail address given: ${command} EMAIL …`);
  const read = emailField.safeParse(word);
  if (!read.success) throw new Complaint(`"${word}" is not an e-mail address`);
  return read.data;
}

function textOf(word: string | undefined, what: string, usage: string): string {
  if (!word) throw new Complaint(`${what} is missing: ${usage}`);
  const read = z
    .string()
    .trim()
    .min(2)
    .max(200)
    .regex(/^[^\u0000-\u001f<>]*$/)
    .safeParse(word);
  if (!read.success)
    throw new Complaint(`"${word.slice(0, 60)}" cannot be ${what}; 2 to 200 characters without < and >`);
  return read.data;
}
