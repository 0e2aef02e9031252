/** How a call ends. The database enum holds the same words; a test compares them. */
export const CALL_OUTCOMES = ['ANSWERED', 'FILED', 'REDIRECTED', 'TRANSFERRED', 'CALL_BACK'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** The endings that are written down by hand. FILED comes of filing, or of joining a case. */
export const LOGGED_OUTCOMES = ['ANSWERED', 'REDIRECTED', 'TRANSFERRED', 'CALL_BACK'] as const;

export const MAX_TOPIC = 120;
export const MAX_CALL_NOTE = 500;
