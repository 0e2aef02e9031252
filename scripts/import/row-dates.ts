import { type DateOrder, toMoment } from './dates.ts';
import { type FieldRow, Refusal } from './row.ts';
import type { DateField } from './survey.ts';

export type RowDates = {
  received: Date;
  ended: Date | null;
  updated: Date | null;
  answered: Date | null;
};

const FIRST_YEAR = 2000;

/** The dates of a row, in the order that was found for each column. */
export class Dates {
  readonly #orders: Record<DateField, DateOrder>;
  readonly #present: Date;

  constructor(orders: Record<DateField, DateOrder>, present: Date) {
    this.#orders = orders;
    this.#present = present;
  }

  of(fields: FieldRow): RowDates {
    const received = this.#received(fields);
    const later = (field: DateField) => this.#later(fields, field, received);
    return { received, ended: later('ended'), updated: later('updated'), answered: later('answered') };
  }

  #received(fields: FieldRow): Date {
    const day = fields.get('received');
    if (!day) throw new Refusal('There is no date of receipt.');
    const time = fields.get('time');
    const text = time && !/[T ]\d/.test(day) ? `${day} ${time}` : day;
    const at = toMoment(text, this.#orders.received) ?? toMoment(day, this.#orders.received);
    if (!at) throw new Refusal('The date of receipt is not a date.', text);
    if (at.getUTCFullYear() < FIRST_YEAR)
      throw new Refusal(`The date of receipt lies before ${FIRST_YEAR}.`, text);
    if (at > this.#present) throw new Refusal('The date of receipt lies in the future.', text);
    return at;
  }

  /** What is wrong with the other dates is put right and told: the case itself is not lost for it. */
  #later(fields: FieldRow, field: DateField, received: Date): Date | null {
    const text = fields.get(field);
    if (!text) return null;
    const at = toMoment(text, this.#orders[field]);
    if (!at) fields.note(`A date of "${field}" could not be read and was left out.`);
    if (at && at > this.#present) {
      fields.note(`A date of "${field}" lies in the future and was left out.`);
      return null;
    }
    if (!at || at >= received) return at;
    // A day without its time begins before what was received on it.
    if (received.getTime() - at.getTime() >= 86_400_000) {
      fields.note(`A date of "${field}" lies before the receipt: taken for the same moment.`);
    }
    return received;
  }

  /** When a case ended that is over. */
  end(fields: FieldRow, { ended, updated, received }: RowDates): Date {
    if (ended) return ended;
    fields.note(
      updated
        ? 'It is over and nothing says since when: taken for the last change.'
        : 'It is over and nothing says since when: taken for the moment of receipt.',
    );
    return updated ?? received;
  }
}
