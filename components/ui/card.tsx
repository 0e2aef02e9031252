import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type CardProps = { children: ReactNode; tint?: boolean; className?: string };

/** A box for what can be opened or must stand apart; never a box in a box. */
export function Card({ children, tint, className }: CardProps) {
  return <div className={classNames('card', tint && 'card-tint', className)}>{children}</div>;
}
