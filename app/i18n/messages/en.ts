import { enCommon } from './en/common.ts';
import { enConsultations } from './en/consultations.ts';
import { enDrafting } from './en/drafting.ts';
import { enFront } from './en/front.ts';
import { enMonitoring } from './en/monitoring.ts';
import { enMunicipalities } from './en/municipalities.ts';
import { enPeople } from './en/people.ts';
import { enPublication } from './en/publication.ts';
import type { MessageKey } from './pl.ts';

export const en: Record<MessageKey, string> = {
  ...enCommon, ...enPeople, ...enMunicipalities, ...enConsultations, ...enDrafting, ...enMonitoring, ...enPublication, ...enFront,
};
