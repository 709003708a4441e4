import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { fold } from '#app/i18n/typography.ts';
import { hashPassword } from '#app/people/password.server.ts';
import type { Grant, Viewer } from '#app/people/viewer.ts';
import { demoPassword } from '#app/people/demo/accounts.ts';

/** Voivodeship 99 does not exist, so an invented municipality cannot be taken for a real one. */
export const jurowice = '9901013';

const people = {
  official: { email: 'urzad@jurowice.example', name: 'Halina Brzoza', grant: { role: 'official' } },
  approver: { email: 'zatwierdza@jurowice.example', name: 'Piotr Wilk', grant: { role: 'official' } },
  anna: { email: 'anna@jurowice.example', name: 'Anna Lis', grant: null },
  marek: { email: 'marek@jurowice.example', name: 'Marek Dudek', grant: null },
  zofia: { email: 'zofia@jurowice.example', name: 'Zofia Ćwik', grant: null },
  association: {
    email: 'jawne@jurowice.example',
    name: 'Ewa Kos',
    grant: { role: 'representative', organisationName: 'Stowarzyszenie Jawne Jurowice' },
  },
  admin: { email: 'admin@paragraf.example', name: 'Jan Sowa', grant: { role: 'admin' } },
} as const;

export type DemoPerson = keyof typeof people;
export type DemoPeople = Record<DemoPerson, Viewer>;

/** Jurowice and the people of its story. Makes nothing twice. */
export async function seedDemoPeople(db: Db): Promise<DemoPeople> {
  const passwordHash = await hashPassword(demoPassword);
  return transaction(db, async (tx) => {
    await seedJurowice(tx);
    const viewers: Partial<DemoPeople> = {};
    for (const [key, person] of Object.entries(people))
      viewers[key as DemoPerson] = await seedPerson(tx, person, passwordHash);
    return viewers as DemoPeople;
  });
}

async function seedJurowice(tx: Db): Promise<void> {
  const facts = {
    name: 'Jurowice',
    kind: 'urban-rural',
    county: 'jurowicki',
    voivodeship: 'pokazowe',
    population: 14_600,
    areaKm2: '128.40',
    isDemo: true,
    searchKey: fold('Jurowice jurowicki pokazowe'),
    stateOn: '2026-11-22',
  };
  await tx.municipality.upsert({
    where: { teryt: jurowice },
    create: { teryt: jurowice, ...facts },
    update: { isDemo: true },
  });
}

async function seedPerson(tx: Db, person: (typeof people)[DemoPerson], passwordHash: string): Promise<Viewer> {
  const { email, name } = person;
  const existing = await tx.user.findFirst({ where: { email }, select: { id: true } });
  const grant = person.grant && grantOf(person.grant);
  const id =
    existing?.id ??
    (
      await tx.user.create({
        data: {
          email,
          displayName: name,
          passwordHash,
          emailVerifiedAt: new Date(),
          isDemo: true,
          grants: grant ? { create: grant } : {},
        },
        select: { id: true },
      })
    ).id;
  return { id, email, displayName: name, verified: true, grants: grant ? [grant] : [] };
}

function grantOf(grant: { role: Grant['role']; organisationName?: string }): Grant {
  return {
    role: grant.role,
    teryt: grant.role === 'official' ? jurowice : null,
    teamId: null,
    organisationName: grant.organisationName ?? null,
  };
}
