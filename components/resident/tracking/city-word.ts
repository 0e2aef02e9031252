import type { TimelineEntry } from '#lib/submissions/dto.ts';

const ENDINGS = ['resolve', 'answer', 'redirect', 'decline'];

/** The city's last word so far, if it still stands. */
export function answerIn(timeline: TimelineEntry[]): TimelineEntry | null {
  const last = timeline.find(({ type }) => ENDINGS.includes(type) || type === 'object');
  return last && last.type !== 'object' ? last : null;
}

const WORDS_ON_IDEAS = [...ENDINGS, 'start-review', 'accept', 'progress'];

/** What the city last said of an idea, in so many words: from the first look at it to the day it is done. */
export function cityWordIn(timeline: TimelineEntry[]): TimelineEntry | null {
  const says = ({ type, messages }: TimelineEntry) =>
    WORDS_ON_IDEAS.includes(type) && messages.some(({ text }) => text);
  return timeline.find(says) ?? null;
}
