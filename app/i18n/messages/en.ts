import { enCourse } from './en/course.ts';
import { enUnified } from './en/unified.ts';
import { enReport } from './en/report.ts';
import { enTextwork } from './en/textwork.ts';
import { enDeciding } from './en/deciding.ts';
import { enRegister } from './en/register.ts';
import { enStates } from './en/states.ts';
import { enCommon } from './en/common.ts';
import { enConsultations } from './en/consultations.ts';
import { enDrafting } from './en/drafting.ts';
import { enFront } from './en/front.ts';
import { enMonitoring } from './en/monitoring.ts';
import { enMunicipalities } from './en/municipalities.ts';
import { enPeople } from './en/people.ts';
import type { MessageKey } from './pl.ts';

export const en: Record<MessageKey, string> = {
  ...enCommon, ...enPeople, ...enMunicipalities, ...enConsultations, ...enDrafting, ...enMonitoring, ...enFront, ...enStates, ...enRegister, ...enDeciding, ...enTextwork, ...enReport, ...enUnified, ...enCourse,
};
