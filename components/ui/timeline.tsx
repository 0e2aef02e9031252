import type { ReactNode } from 'react';
import { DateText } from './date-text.tsx';
import type { StatusTone } from './status-look.ts';

export type TimelineItem = {
  id: string;
  tone: StatusTone;
  /** An `<Icon weight="fill">` or `<StatusIcon>`. */
  icon: ReactNode;
  title: ReactNode;
  at: Date | string;
  children?: ReactNode;
};

/** The road a case has travelled, newest on top. */
export function Timeline({ items, label }: { items: TimelineItem[]; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ id, tone, icon, title, at, children }) => (
        <li key={id} className={`st-${tone}`}>
          <span className="dot">{icon}</span>
          <h3>{title}</h3>
          <DateText at={at} />
          {children}
        </li>
      ))}
    </ol>
  );
}
