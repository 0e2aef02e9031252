/** One thing that can be administered, and its page. */
export type AdminSection = { code: string; path: string };
