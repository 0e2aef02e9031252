import { CaretRightIcon } from '@phosphor-icons/react/ssr';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type DetailsProps = { summary: ReactNode; children: ReactNode; open?: boolean; id?: string };

/** More, for those who ask. */
export function Details({ summary, children, open, id }: DetailsProps) {
  return (
    <details className="details" open={open} id={id}>
      <summary>
        <Icon of={CaretRightIcon} weight="bold" />
        {summary}
      </summary>
      <div className="details-body stack">{children}</div>
    </details>
  );
}
