/**
 * What each task does: one function of plain data, without a database. Loaded when it is first needed, so that a thread
 * holds no more of the program than its work takes.
 */
export const taskCode = {
  'read-word-text': async () => (await import('#app/consultations/read-word-text.ts')).readWordText,
  'read-word-changes': async () => (await import('#app/amendments/word/read-file.server.ts')).readFile,
  'write-word': async () => (await import('#app/documents/word/make-word.ts')).makeWord,
  'write-akn': async () => (await import('#app/documents/akn/make-akn.ts')).makeAkn,
  'make-pdf': async () => (await import('#app/documents/pdf/make-pdf.server.ts')).makePdf,
  'make-report-word': async () => (await import('#app/consultations/report/make-report-word.ts')).makeReportWord,
  'draw-picture': async () => (await import('#app/monitoring/charts/draw-picture.server.ts')).drawPicture,
  'map-returned': async () => (await import('#app/documents/map-returned.ts')).mapReturned,
  'review-text': async () => (await import('#app/consultations/text-work.ts')).review,
  'preview-text': async () => (await import('#app/consultations/text-work.ts')).preview,
  'read-text': async () => (await import('#app/consultations/text-work.ts')).read,
  'carry-roles': async () => (await import('#app/consultations/text-work.ts')).carryRoles,
  'diff-versions': async () => (await import('#app/consultations/text-work.ts')).diff,
  'compare-texts': async () => (await import('#app/consultations/text-work.ts')).compare,
  'check-text': async () => (await import('#app/consultations/unified/text-problems.ts')).textProblems,
  'build-issue': async () => (await import('#app/monitoring/publication/build-issue.server.ts')).buildIssue,
  'measure-reliability': async () => (await import('#app/monitoring/fieldwork/reliability-of.ts')).reliabilityOf,
  'compare-pair': async () => (await import('#app/monitoring/draw-work.ts')).pair,
  'follow-trend': async () => (await import('#app/monitoring/draw-work.ts')).trend,
};
