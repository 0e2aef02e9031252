/** A mail before it becomes HTML or plain text. */
export type MailBlock =
  /** `lead` stands before the text and `strong` after it, both in bold. */
  | { type: 'text'; text: string; lead?: string; strong?: string }
  | { type: 'small'; text: string }
  /** Words of a person; `lang` where it is not the language of the mail. */
  | { type: 'quote'; text: string; lang?: string }
  /** The first one is the main one. */
  | { type: 'buttons'; items: { label: string; url: string }[] }
  /** Cases of staff, each a link with words beside it. */
  | { type: 'links'; items: { label: string; url: string; text: string }[] }
  | { type: 'facts'; rows: { label: string; value: string }[] };

export type MailTone = 'new' | 'sent' | 'work' | 'plan' | 'wait' | 'done' | 'closed';

/** `phone` and `link` stand in the text, and can be followed there. */
export type FooterLine = {
  lead: string;
  text: string;
  phone?: { label: string; number: string };
  link?: { label: string; url: string };
};

export type MailContent = {
  lang: string;
  subject: string;
  sender: string;
  status: { word: string; tone: MailTone };
  heading: string;
  blocks: MailBlock[];
  /** Below the line: code, telephone, why this came. */
  footer: FooterLine[];
  /** Where such mails can be stopped, for the mail program's own button. */
  unsubscribe?: string;
};
