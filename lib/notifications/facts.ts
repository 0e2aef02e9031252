import type { Kind, Outcome } from '#lib/submissions/words.ts';
import type { DepartmentTemplate, ResidentTemplate, SupportTemplate } from './templates.ts';

/** Staff's or the reporter's words of the event. Null text: removed since. */
export type Words = { text: string | null; locale: string };

/** What the mail to a person who reported, or who follows, is made from: the event's facts, not the state of now. */
export type ResidentFacts = {
  template: ResidentTemplate;
  /** Language of the recipient's case. */
  locale: string;
  /** The case the event belongs to. */
  kind: Kind;
  reference: string;
  /** The recipient's own case; the same one, unless they follow it. */
  own: {
    reference: string;
    /** Tracking code, ungrouped. */
    code: string;
    /** An idea's name. */
    title: string | null;
    category: string;
    address: string | null;
    /** Nothing that says what it is about may stand in the subject. */
    sensitive: boolean;
    danger: boolean;
  };
  follows: boolean;
  /** The key of the recipient's support, for who only supports the case; null for all others. */
  supportKey: string | null;
  at: Date;
  byReporter: boolean;
  outcome: Outcome | null;
  /** Kraków day that was planned. */
  until: string | null;
  reasonCode: string | null;
  /** What an idea would cost, or will: whole złoty. */
  cost: number | null;
  /** What the case is asked to become, or became. */
  newKind: Kind | null;
  /** The other case of a duplicate. */
  otherReference: string | null;
  /** Who acted; on `forwarded`, who got it. */
  department: string | null;
  institution: { name: string; phone: string | null } | null;
  /** Kraków day by which the first answer is promised. */
  answerBy: string;
  /** When the open question was asked. */
  askedAt: Date;
  explanation: Words | null;
  remaining: Words | null;
  alternative: Words | null;
  question: Words | null;
  objection: Words | null;
};

/** What a mail about a support is made from: the case as everybody may see it. */
export type SupportFacts = {
  template: SupportTemplate;
  locale: string;
  kind: Kind;
  reference: string;
  /** An idea's name, or category and address, as far as they are public. */
  title: string;
  key: string;
};

/** What the mail to a department is made from: the case, and nobody's name. */
export type DepartmentFacts = {
  template: DepartmentTemplate;
  reference: string;
  category: string;
  address: string | null;
  district: string | null;
  /** Kraków day by which it is to be fixed. */
  fixBy: string | null;
};

/** One case in a morning mail. */
export type DailyLine = { reference: string; category: string; place: string | null; dueDay: string | null };
export type DailyList = { total: number; lines: DailyLine[] };

/** What a department's morning mail is made from. */
export type DailyFacts = {
  day: string;
  /** Came; came back because it was not done; its term ended; its planned day passed. */
  fresh: DailyList;
  returned: DailyList;
  late: DailyList;
  missed: DailyList;
};
