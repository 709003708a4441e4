import { z } from 'zod';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import { answerers, surveyBounds } from './definition.ts';

export const revisionField = z
  .string()
  .regex(/^\d{1,9}$/, 'error.invalid')
  .transform(Number);

export const factsSchema = z.object({
  revision: revisionField,
  title: typedLine({ min: 1, max: surveyBounds.title }),
  titleEn: typedLine({ max: surveyBounds.title }),
  lead: typedText({ max: surveyBounds.lead }),
  leadEn: typedText({ max: surveyBounds.lead }),
});

export const newSurveySchema = z.object({
  title: typedLine({ min: 1, max: surveyBounds.title }),
  teryt: z.string().regex(/^\d{7}$/, 'error.choice'),
  consultation: z.string().max(100),
  copyOf: z.string().max(100),
});

/** One step of the editor: which question or page is meant, as it was on the form. */
export const stepSchema = z.object({
  revision: revisionField,
  question: z.string().max(20).optional(),
  page: z.string().max(20).optional(),
  titlePl: typedLine({ max: surveyBounds.pageTitle }).optional(),
  titleEn: typedLine({ max: surveyBounds.pageTitle }).optional(),
});

export const themeSchema = z.object({
  name: typedLine({ min: 1, max: surveyBounds.pageTitle }),
  nameEn: typedLine({ max: surveyBounds.pageTitle }),
});

const tick = z.literal('yes').optional();

export const publishSchema = z.object({
  revision: revisionField,
  answeredBy: z.enum(answerers),
  onWeb: tick,
  kiosk: tick,
  paper: tick,
  opensOn: z.string().max(10),
  opensTime: z.string().max(8),
  closesOn: z.string().max(10),
  closesTime: z.string().max(8),
});

export const versionSchema = z.object({
  revision: revisionField,
  reason: typedText({ min: 1, max: surveyBounds.reason }),
});

export const extendSchema = z.object({
  revision: revisionField,
  closesOn: z.string().max(10),
  closesTime: z.string().max(8),
  reason: typedText({ min: 1, max: surveyBounds.reason }),
});
