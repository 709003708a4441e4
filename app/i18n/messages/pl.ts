import { plAttachments } from './pl/attachments.ts';
import { plChanges } from './pl/changes.ts';
import { plCommon } from './pl/common.ts';
import { plConsultations } from './pl/consultations.ts';
import { plCourse } from './pl/course.ts';
import { plDeciding } from './pl/deciding.ts';
import { plDrafting } from './pl/drafting.ts';
import { plFieldwork } from './pl/fieldwork.ts';
import { plFormats } from './pl/formats.ts';
import { plFront } from './pl/front.ts';
import { plMonitoring } from './pl/monitoring.ts';
import { plMunicipalities } from './pl/municipalities.ts';
import { plOffice } from './pl/office.ts';
import { plOpenness } from './pl/openness.ts';
import { plAccount } from './pl/account.ts';
import { plPeople } from './pl/people.ts';
import { plPublication } from './pl/publication.ts';
import { plRedaction } from './pl/redaction.ts';
import { plRegister } from './pl/register.ts';
import { plReport } from './pl/report.ts';
import { plSurveys } from './pl/surveys.ts';
import { plStates } from './pl/states.ts';
import { plTextwork } from './pl/textwork.ts';
import { plBasket } from './pl/basket.ts';
import { plBoards } from './pl/boards.ts';
import { plCorrect } from './pl/correct.ts';
import { plUnified } from './pl/unified.ts';
import { plWord } from './pl/word.ts';

export const pl = {
  ...plCommon,
  ...plAttachments,
  ...plChanges,
  ...plPeople,
  ...plAccount,
  ...plMunicipalities,
  ...plConsultations,
  ...plDrafting,
  ...plStates,
  ...plRedaction,
  ...plRegister,
  ...plDeciding,
  ...plTextwork,
  ...plReport,
  ...plCourse,
  ...plBasket,
  ...plBoards,
  ...plCorrect,
  ...plUnified,
  ...plWord,
  ...plMonitoring,
  ...plFieldwork,
  ...plPublication,
  ...plOffice,
  ...plOpenness,
  ...plFormats,
  ...plFront,
  ...plSurveys,
};

/** A key missing in either language fails the type check. */
export type MessageKey = keyof typeof pl;
