import type { Value } from '#lib/platform/changes.ts';

/** What can be edited in plain pages, by the last part of its address. */
export const RECORD_KINDS = ['jednostki', 'kategorie', 'instytucje', 'szablony', 'karty'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type OptionSource =
  | 'departments'
  | 'categories'
  | 'groups'
  | 'kinds'
  | 'topics'
  | 'commands'
  | 'checkedParts';

/** One field of a form. Its name is where its value lies: `content.fee`. */
export type FieldSpec = {
  name: string;
  type:
    | 'text'
    | 'long'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'date'
    | 'check'
    | 'select'
    | 'checks'
    | 'pairs';
  /** One in each language, side by side: `name.pl`, `name.en`, `name.uk`. */
  languages?: true;
  /** Several lines, each of them one entry. */
  list?: true;
  /** May be left empty: then there is nothing. */
  optional?: true;
  /** Chosen once, when the record is new. */
  fixed?: true;
  options?: OptionSource;
  /** There is such a field only where another one, that is fixed, has this value. */
  onlyWhere?: { name: string; value: string };
  /** Begins a part of a long form: the key of its heading. */
  part?: string;
};

export type Option = { value: string; label: string };

/** A field with what it holds and what may be chosen. */
export type FieldView = FieldSpec & { value: Value; choices: Option[] };

/** A code that the page says in words. */
export type Tag = { options: OptionSource; value: string };

export type RecordItem = { id: string; title: string; detail: string; tag: Tag | null; active: boolean };

export type RecordPage = { items: RecordItem[]; cut: boolean };

/** Where a record is used: why it may not be put out of use, or what goes on in spite of it. */
export type Usage = { what: 'cases' | 'assignments' | 'categories' | 'rules' | 'staff'; count: number }[];

export type RecordDto = {
  id: string;
  title: string;
  active: boolean;
  fields: FieldView[];
  usage: Usage;
  /** Mark of the values that the form is filled with. */
  seen: string;
};
