import { plCommon } from './pl/common.ts';
import { plConsultations } from './pl/consultations.ts';
import { plDrafting } from './pl/drafting.ts';
import { plFront } from './pl/front.ts';
import { plMonitoring } from './pl/monitoring.ts';
import { plMunicipalities } from './pl/municipalities.ts';
import { plPeople } from './pl/people.ts';
import { plPublication } from './pl/publication.ts';

export const pl = { ...plCommon, ...plPeople, ...plMunicipalities, ...plConsultations, ...plDrafting, ...plMonitoring, ...plPublication, ...plFront };

/** A key missing in either language fails the type check. */
export type MessageKey = keyof typeof pl;
