/** How much there is about one person. */
export type PersonCounts = { cases: number; supports: number; callBacks: number; drafts: number };
