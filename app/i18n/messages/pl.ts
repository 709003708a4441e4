import { plCommon } from './pl/common.ts';
import { plConsultations } from './pl/consultations.ts';
import { plDrafting } from './pl/drafting.ts';
import { plFieldwork } from './pl/fieldwork.ts';
import { plFront } from './pl/front.ts';
import { plMonitoring } from './pl/monitoring.ts';
import { plMunicipalities } from './pl/municipalities.ts';
import { plPeople } from './pl/people.ts';

export const pl = { ...plCommon, ...plPeople, ...plMunicipalities, ...plConsultations, ...plDrafting, ...plMonitoring, ...plFieldwork, ...plFront };

/** A key missing in either language fails the type check. */
export type MessageKey = keyof typeof pl;
