import { CheckCircleIcon, InfoIcon, WarningIcon, WarningOctagonIcon } from '@phosphor-icons/react/ssr';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

const TONES = {
  info: { shape: InfoIcon, name: '' },
  ok: { shape: CheckCircleIcon, name: 'banner-ok' },
  warn: { shape: WarningIcon, name: 'banner-warn' },
  danger: { shape: WarningOctagonIcon, name: 'banner-danger' },
};

type BannerProps = {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  /** `status` for what has just happened, so that a screen reader says it. */
  role?: 'status' | 'note';
  lang?: string;
};

/** Says one thing, with icon and words, and stays until the page changes. */
export function Banner({ tone = 'info', title, children, role, lang }: BannerProps) {
  const { shape, name } = TONES[tone];
  return (
    <div className={classNames('banner', name)} role={role} lang={lang}>
      <Icon of={shape} weight="fill" />
      <div>
        {title && (
          <p>
            <strong>{title}</strong>
          </p>
        )}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
