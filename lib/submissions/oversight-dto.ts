import type { Desk, QueueTab, StaffItem } from './staff-dto.ts';

/** How much somebody has: open cases, and those of them that are late. */
export type OversightLoad = { key: string; name: string; open: number; late: number };

/** A case with the whole working days since it came in. */
export type OversightItem = StaffItem & { waited: number };

/** The supervisor's desk, or a lead's part of it. */
export type OversightView = {
  desk: Desk;
  lists: { tab: QueueTab; items: OversightItem[]; more: boolean }[];
  departments: OversightLoad[];
  people: OversightLoad[];
};
