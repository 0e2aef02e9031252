import { TrayIcon } from '@phosphor-icons/react/ssr';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode; level?: 2 | 3 };

/** Why it is empty, and what to do. */
export function EmptyState({ title, children, action, level = 3 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <Icon of={TrayIcon} />
      <Heading>{title}</Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action && <p>{action}</p>}
    </div>
  );
}
