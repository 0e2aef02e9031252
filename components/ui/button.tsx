import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Link } from './link.tsx';

/** `main` is the one filled action of a view; `plain` a small filled one; the rest stay quiet. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'quiet-main' | 'danger';

const LOOKS: Record<ButtonLook, string> = {
  main: 'btn btn-main',
  plain: 'btn',
  quiet: 'btn btn-quiet',
  'quiet-main': 'btn btn-main btn-quiet',
  danger: 'btn btn-danger',
};

type Look = { look?: ButtonLook; wide?: boolean };

/** A button that sends its form. Never disabled: what is missing is said after sending. */
export function Button({
  look = 'main',
  wide,
  className,
  type = 'submit',
  ...rest
}: Look & ComponentProps<'button'>) {
  return <button {...rest} type={type} className={classNames(LOOKS[look], wide && 'btn-wide', className)} />;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ look = 'main', wide, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link {...rest} className={classNames(LOOKS[look], wide && 'btn-wide', className)} />;
}
