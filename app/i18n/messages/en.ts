import { enAttachments } from './en/attachments.ts';
import { enChanges } from './en/changes.ts';
import { enCommon } from './en/common.ts';
import { enConsultations } from './en/consultations.ts';
import { enCourse } from './en/course.ts';
import { enDeciding } from './en/deciding.ts';
import { enDrafting } from './en/drafting.ts';
import { enFieldwork } from './en/fieldwork.ts';
import { enFormats } from './en/formats.ts';
import { enFront } from './en/front.ts';
import { enMonitoring } from './en/monitoring.ts';
import { enMunicipalities } from './en/municipalities.ts';
import { enOffice } from './en/office.ts';
import { enOpenness } from './en/openness.ts';
import { enAccount } from './en/account.ts';
import { enPeople } from './en/people.ts';
import { enPublication } from './en/publication.ts';
import { enRedaction } from './en/redaction.ts';
import { enRegister } from './en/register.ts';
import { enReport } from './en/report.ts';
import { enSurveys } from './en/surveys.ts';
import { enStates } from './en/states.ts';
import { enTextwork } from './en/textwork.ts';
import { enBasket } from './en/basket.ts';
import { enBoards } from './en/boards.ts';
import { enCorrect } from './en/correct.ts';
import { enUnified } from './en/unified.ts';
import { enWord } from './en/word.ts';
import type { MessageKey } from './pl.ts';

export const en: Record<MessageKey, string> = {
  ...enCommon,
  ...enAttachments,
  ...enChanges,
  ...enPeople,
  ...enAccount,
  ...enMunicipalities,
  ...enConsultations,
  ...enDrafting,
  ...enStates,
  ...enRedaction,
  ...enRegister,
  ...enDeciding,
  ...enTextwork,
  ...enReport,
  ...enCourse,
  ...enBasket,
  ...enBoards,
  ...enCorrect,
  ...enUnified,
  ...enWord,
  ...enMonitoring,
  ...enFieldwork,
  ...enPublication,
  ...enOffice,
  ...enOpenness,
  ...enFormats,
  ...enFront,
  ...enSurveys,
};
