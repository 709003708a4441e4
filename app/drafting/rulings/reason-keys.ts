/** Why a remark cannot be ruled on as asked, in words. */
export const reasonKeys = {
  decided: 'deciding.bulk.why.decided',
  withdrawn: 'deciding.bulk.why.withdrawn',
  moved: 'deciding.bulk.why.moved',
  'not-possible': 'deciding.bulk.why.not-possible',
  'reason-required': 'drafting.error.ruling-reason',
  'conflict-as-is': 'deciding.bulk.why.conflict',
  'final-required': 'deciding.bulk.why.words',
  'covered-words': 'redaction.error.accept',
  'anchor-required': 'deciding.bulk.why.words',
  'nothing-changes': 'deciding.bulk.why.words',
  'own-words': 'deciding.bulk.why.own-words',
  'change-impossible': 'deciding.bulk.why.impossible',
} as const;
