/**
 * Everything that leaves a line in the record, by whose it is. Feeds, notices to systems, the follow-up of an account and the
 * archive read these names, and rows keep them for ever: a name is never given another meaning.
 */
export const eventKinds = {
  import: ['import-started', 'import-corrected', 'import-edited', 'import-changes-decided', 'consultation-published', 'archive-put-in'],
  remark: [
    'comment-added', 'remark-filed', 'remark-withdrawn', 'remark-decided', 'remark-carried', 'remark-confirmed', 'remark-rewritten', 'draft-saved',
    'draft-handed-in', 'draft-returned', 'draft-approved', 'draft-dropped', 'remark-assigned', 'remark-due-set', 'group-created', 'group-renamed',
    'group-decided', 'remark-grouped', 'remark-left-group', 'remark-ungrouped', 'four-eyes-set', 'support-given', 'support-withdrawn', 'text-edited',
    'unified-reopened', 'office-draft-handed-in', 'office-draft-approved', 'office-draft-returned', 'office-draft-dropped', 'words-covered', 'words-uncovered', 'covering-confirmed', 'name-withdrawn',
  ],
  office: [
    'terms-changed', 'meeting-added', 'meeting-changed', 'meeting-cancelled', 'report-details-saved', 'report-published', 'unified-proposed',
    'unified-answered', 'unified-frozen', 'unified-withdrawn', 'text-adopted', 'adopted-corrected', 'word-returned',
  ],
  edition: [
    'edition-created', 'edition-municipalities-added', 'edition-municipality-removed', 'edition-scheduled', 'edition-published', 'edition-release-cancelled', 'edition-corrected',
    'coding-saved', 'codings-handed-in', 'cell-adjudicated', 'area-assigned', 'assignment-removed', 'border-cells-added', 'tie-declared',
    'reply-round-opened', 'reply-sent', 'reply-decided', 'embargo-link-created', 'embargo-link-revoked', 'press-asked', 'press-confirmed', 'press-left', 'methodology-loaded',
  ],
  team: ['team.created', 'team-invited', 'team-invitation-withdrawn', 'team-joined', 'team-left'],
  user: [
    'user.registered', 'user.created', 'user.guest-opened', 'user.email-confirmed', 'user.confirmation-resent', 'user.signed-in', 'user.session-ended', 'user.sessions-ended',
    'user.link-requested', 'user.reset-requested', 'user.password-reset', 'user.password-changed', 'user.profile-changed', 'user.address-change-asked',
    'user.address-confirmed', 'user.address-changed', 'user.name-allowed', 'user.names-withdrawn', 'user.token-created', 'user.token-revoked', 'user.credentials-ended',
    'user.disabled', 'user.enabled', 'user.closed', 'role.granted', 'role.revoked',
  ],
  webhook: ['webhook-created', 'webhook-enabled', 'webhook-disabled', 'webhook-deleted', 'webhook-replayed', 'webhook-tested'],
  register: ['register.imported'],
  installation: ['demo.removed'],
} as const satisfies Record<string, readonly string[]>;

/** A kind of line in the record. */
export type EventKind = (typeof eventKinds)[keyof typeof eventKinds][number];
