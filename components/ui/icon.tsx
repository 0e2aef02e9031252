import type { IconWeight, Icon as PhosphorIcon } from '@phosphor-icons/react';

type IconProps = { of: PhosphorIcon; weight?: IconWeight; className?: string };

/** A picture beside words; never the only sign. `regular` for actions, `fill` for status, `bold` for arrows. */
export function Icon({ of: Shape, weight = 'regular', className }: IconProps) {
  return (
    <Shape
      className={className ? `i ${className}` : 'i'}
      weight={weight}
      aria-hidden="true"
      focusable="false"
    />
  );
}
