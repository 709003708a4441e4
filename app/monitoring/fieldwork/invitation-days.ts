/** Days an invitation into a team can be accepted. */
export const INVITATION_DAYS = 14;
