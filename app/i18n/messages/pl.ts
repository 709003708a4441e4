import { plCourse } from './pl/course.ts';
import { plUnified } from './pl/unified.ts';
import { plReport } from './pl/report.ts';
import { plTextwork } from './pl/textwork.ts';
import { plDeciding } from './pl/deciding.ts';
import { plRegister } from './pl/register.ts';
import { plStates } from './pl/states.ts';
import { plCommon } from './pl/common.ts';
import { plConsultations } from './pl/consultations.ts';
import { plDrafting } from './pl/drafting.ts';
import { plFront } from './pl/front.ts';
import { plMonitoring } from './pl/monitoring.ts';
import { plMunicipalities } from './pl/municipalities.ts';
import { plPeople } from './pl/people.ts';

export const pl = { ...plCommon, ...plPeople, ...plMunicipalities, ...plConsultations, ...plDrafting, ...plMonitoring, ...plFront, ...plStates, ...plRegister, ...plDeciding, ...plTextwork, ...plReport, ...plUnified, ...plCourse };

/** A key missing in either language fails the type check. */
export type MessageKey = keyof typeof pl;
