import type { Db } from '#app/db/client.server.ts';
import { readFolder, writeFolder } from '#app/openness/archive/archive-folder.server.ts';
import { makeArchive } from '#app/openness/archive/make-archive.server.ts';
import { putInArchive } from '#app/openness/archive/put-in-archive.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { type ImportReport, importTerc } from '#app/municipalities/import-terc.server.ts';
import { listRoles } from '#app/account/account-queries.server.ts';
import { createUser } from '#app/people/create-user.server.ts';
import { findAccount } from '#app/people/find-account.server.ts';
import { grantRole, revokeRole, type RoleError, type RoleOrder } from '#app/people/grant-role.server.ts';
import { type AdminOrder, help, readArguments } from './arguments.ts';
import { answerOutbox } from './answer-outbox.server.ts';
import { switchAccount } from './switch-account.server.ts';
import { createTeam } from './create-team.server.ts';
import { removeDemo } from './remove-demo.server.ts';
import { loadScale, scalePlace } from './scale/load-scale.server.ts';
import { loadHistorical, placeOfSources } from '#app/surveys/load-historical.server.ts';
import type { AdminAnswer, AdminRequest } from './answers.ts';

const done = (text: string): AdminAnswer => ({ code: 0, text });
const refused = (text: string): AdminAnswer => ({ code: 2, text });

/** Runs one command of the administrator. */
export async function runCommand(db: Db, request: AdminRequest): Promise<AdminAnswer> {
  const read = readArguments(request.words);
  if (!read.ok) return refused(read.message);
  const order = read.value;
  switch (order.command) {
    case 'help':
      return done(help);
    case 'grant':
    case 'revoke':
      return changeRole(db, order);
    case 'user':
      return showUser(db, order.email);
    case 'disable':
    case 'enable':
      return switchAccount(db, order);
    case 'create-user': {
      const result = await createUser(db, order);
      if (!result.ok) return refused(`there is an account with ${order.email} already`);
      return done(
        `Account opened. Its owner sets the password here, within a week:\n${absoluteUrl(paths(order.locale).resetPassword(result.secret))}`,
      );
    }
    case 'create-team': {
      const result = await createTeam(db, { slug: order.slug, name: order.name, contact: order.contact });
      return result.ok ? done(`Team ${order.slug} opened.`) : refused(`there is a team ${order.slug} already`);
    }
    case 'load-scale':
      return loadLargeSet(db);
    case 'import-terc':
      return importFile(db, order.file, request.file);
    case 'load-survey':
      return loadSurvey(db, order, request.file);
    case 'export':
      return exportRecord(db, order);
    case 'import':
      return importRecord(db, order.folder);
    case 'verify':
      return verify(db, order.edition);
    case 'outbox':
      return answerOutbox(db, order);
    case 'remove-demo':
      return removeDemo(db, order);
    // These see to the database from outside: they are answered where it is opened.
    case 'backup':
    case 'restore':
    case 'doctor':
      return refused(`${order.command} cannot be forwarded`);
  }
}

async function exportRecord(db: Db, { teryt, folder }: { teryt: string; folder: string }): Promise<AdminAnswer> {
  if ((await db.municipality.count({ where: { teryt } })) === 0)
    return refused(`there is no municipality ${teryt} in the register`);
  const archive = await makeArchive(db, { teryt });
  const complaint = await writeFolder(folder, archive);
  return complaint
    ? refused(complaint)
    : done(
        `${archive.manifest.municipality.name}: ${archive.manifest.files.length} files in ${folder}\nSHA-256 of the whole: ${archive.manifest.sha256}`,
      );
}

async function importRecord(db: Db, folder: string): Promise<AdminAnswer> {
  const archive = readFolder(folder);
  if (typeof archive === 'string') return refused(archive);
  const result = await putInArchive(db, archive);
  if (!result.ok) return refused(result.message);
  return done(
    `${result.value.name}: ${result.value.consultations} consultations and ${result.value.scorecards} scorecards put in.`,
  );
}

/** Tells how far it is on standard error; the answer comes when all is written. */
async function loadLargeSet(db: Db): Promise<AdminAnswer> {
  const loaded = await loadScale(db, { note: (text) => process.stderr.write(`${text}\n`) });
  if (!loaded.ok)
    return refused(
      `the large consultation is there already: ${absoluteUrl(paths('pl').consultation(scalePlace.slug))}`,
    );
  const { units, characters, seconds } = loaded.value;
  return done(
    `Made in ${seconds.toFixed(0)} s: ${characters} characters in ${units} units.\n${absoluteUrl(paths('pl').consultation(scalePlace.slug))}`,
  );
}

async function changeRole(
  db: Db,
  { command, email, order }: Extract<AdminOrder, { command: 'grant' | 'revoke' }>,
): Promise<AdminAnswer> {
  const result = await (command === 'grant' ? grantRole : revokeRole)(db, { email, order });
  if (!result.ok) return refused(roleComplaint(result.error, email, order));
  return done(`${command === 'grant' ? 'Granted' : 'Revoked'}: ${email}, ${wordsOf(order)}.`);
}

function wordsOf(order: RoleOrder): string {
  switch (order.role) {
    case 'official':
      return `official of ${order.teryt}`;
    case 'representative':
      return `representative of ${order.organisationName}`;
    case 'admin':
      return 'admin';
    default:
      return `${order.role} of ${order.team}`;
  }
}

function roleComplaint(error: RoleError, email: string, order: RoleOrder): string {
  switch (error.code) {
    case 'no-account':
      return `there is no account with ${email}; open one with create-user`;
    case 'no-municipality':
      return `there is no municipality ${order.role === 'official' ? order.teryt : ''} in the register`;
    case 'no-team':
      return `there is no team ${'team' in order ? order.team : ''}; open one with create-team`;
    case 'already':
      return `${email} is ${wordsOf(order)} already`;
    case 'not-held':
      return `${email} is not ${wordsOf(order)}`;
  }
}

async function showUser(db: Db, email: string): Promise<AdminAnswer> {
  const user = await findAccount(db, email);
  if (!user) return refused(`there is no account with ${email}`);
  const sessions = await db.session.count({
    where: { userId: user.id, revokedAt: null, expiresAt: { gt: new Date() } },
  });
  const roles = (await listRoles(db, user.id)).map(
    (role) => `${role.role}${role.scope ? ` of ${role.scope}` : ''}${role.teryt ? ` (${role.teryt})` : ''}`,
  );
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return done(
    [
      `${user.displayName} <${user.email}>`,
      `opened ${day(user.createdAt)}, address ${user.emailVerifiedAt ? `confirmed ${day(user.emailVerifiedAt)}` : 'not confirmed'}${user.disabledAt ? `, disabled ${day(user.disabledAt)}${user.disabledReason ? `: ${user.disabledReason}` : ''}` : ''}`,
      `sessions: ${sessions}`,
      `roles: ${roles.join('; ') || 'resident only'}`,
    ].join('\n'),
  );
}

async function loadSurvey(
  db: Db,
  { file: name, teryt }: { file: string; teryt: string | null },
  text: string | null,
): Promise<AdminAnswer> {
  if (text === null) return refused(`${name} was not read`);
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (cause) {
    return refused(`${name} is no JSON: ${cause instanceof Error ? cause.message : 'unreadable'}`);
  }
  const place = teryt ?? (await placeOfSources(db, file));
  if (!place) return refused(`whose survey is it? load-survey ${name} TERYT`);
  const loaded = await loadHistorical(db, { file, teryt: place });
  if (!loaded.ok)
    return refused(
      loaded.error.code === 'municipality'
        ? `there is no municipality ${place} in the register`
        : `${name} is no survey: ${loaded.error.at} is missing or not as expected; nothing was changed`,
    );
  return done(
    `${loaded.isNew ? 'Loaded' : 'Loaded again'}: ${loaded.valid ?? 'an unknown number of'} valid answers, ${loaded.questions} questions, ${loaded.unknown} of them known in part or not at all.\n${absoluteUrl(paths('pl').surveyResults(loaded.slug))}`,
  );
}

async function importFile(db: Db, name: string, text: string | null): Promise<AdminAnswer> {
  if (text === null) return refused(`${name} was not read`);
  const result = await importTerc(db, { text });
  if (result.ok) return done(reportOf(result.value));
  const { error } = result;
  return refused(
    error.code === 'file'
      ? `${name}, line ${error.line}: ${error.message}; nothing was changed`
      : `${name} is of ${error.file}, the register here of ${error.here}; nothing was changed`,
  );
}

function reportOf(report: ImportReport): string {
  const line = (sign: string) => (row: { teryt: string; name: string; county: string }) =>
    `  ${sign} ${row.teryt} ${row.name} (${row.county})`;
  return [
    `TERC of ${report.stateOn}: ${report.total} municipalities; ${report.added.length} added, ${report.changed.length} changed, ${report.unchanged} as before.`,
    ...report.added.map(line('+')),
    ...report.changed.map(line('~')),
    ...(report.vanished.length ? [`${report.vanished.length} no longer in the register, kept here:`] : []),
    ...report.vanished.map((row) => line('-')(row) + (row.now ? `, now ${row.now}` : '')),
  ].join('\n');
}

async function verify(db: Db, edition: string | null): Promise<AdminAnswer> {
  // Computing editions again needs most of the program; the other commands start without it.
  const { listFrozen, verifyEdition } = await import('#app/monitoring/publication/verify-edition.server.ts');
  const slugs = edition === null ? await listFrozen(db) : [edition];
  const found: Checked[] = edition === null ? await verifyRest(db) : [];
  for (const slug of slugs) {
    const each = await verifyEdition(db, { slug });
    if (!each) return refused(`there is no released or scheduled edition ${slug}`);
    found.push({
      name: slug,
      size: `${each.issues} ${each.issues === 1 ? 'issue' : 'issues'}, ${each.files} files hashed, ${each.scorecards} scorecards computed again`,
      differences: each.differences,
      unproved: each.unproved,
    });
  }
  if (slugs.length === 0)
    found.push({ name: 'editions', size: 'there is no released edition', differences: [], unproved: [] });
  const lines = found.flatMap(({ name, size, differences, unproved }) => [
    differences.length === 0
      ? `${name}: agrees (${size})`
      : `${name}: DIFFERS in ${differences.length} ${differences.length === 1 ? 'place' : 'places'} (${size})`,
    ...differences.map((each) => `  ${each}`),
    ...unproved.map((each) => `  not proved again here: ${each}`),
  ]);
  return { code: found.every(({ differences }) => differences.length === 0) ? 0 : 1, text: lines.join('\n') };
}

type Checked = { name: string; size: string; differences: string[]; unproved: string[] };

/** The record against its seals, and the texts of all consultations made again. */
async function verifyRest(db: Db): Promise<Checked[]> {
  const { verifyRecord } = await import('#app/db/record/verify-record.server.ts');
  const { verifyTexts } = await import('#app/verify/verify-texts.server.ts');
  const { rows, links, imported, differences } = await verifyRecord(db);
  const texts = await verifyTexts(db);
  const { verifyBridges } = await import('#app/monitoring/bridge/verify-bridges.server.ts');
  const bridges = await verifyBridges(db);
  const { verifyResults } = await import('#app/surveys/keep-results.server.ts');
  const surveys = await verifyResults(db);
  const { verifyFiles } = await import('#app/uploads/verify-files.server.ts');
  const kept = await verifyFiles(db);
  // An archive names files that stay where they were attached.
  const missing = kept.missing.map((hash) => `file ${hash}: it is attached and not here`);
  return [
    {
      name: 'record',
      size: `${rows} rows, ${links} links of chains`,
      differences,
      unproved: imported > 0 ? [`what ${imported} links of chains sealed where an archive was made`] : [],
    },
    ...texts.map(({ slug, versions, ...found }) => ({
      name: slug,
      size: `${versions} ${versions === 1 ? 'version' : 'versions'} made again`,
      ...found,
    })),
    { name: 'methodologies', size: 'hashed again, bridges followed', differences: bridges, unproved: [] },
    {
      name: 'surveys',
      size: `${surveys.results} ${surveys.results === 1 ? 'result' : 'results'} counted again`,
      differences: surveys.differences,
      unproved:
        surveys.elsewhere > 0 ? [`${surveys.elsewhere} results whose answers stay where an archive was made`] : [],
    },
    {
      name: 'files',
      size: `${kept.files} attached ${kept.files === 1 ? 'file' : 'files'} hashed`,
      differences: [...kept.differences, ...(imported > 0 ? [] : missing)],
      unproved: imported > 0 ? missing : [],
    },
  ];
}
