// Buttons. One that works on something shows it and cannot be pressed again.

import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly variant?: 'default' | 'primary' | 'danger' | 'ghost';
  readonly icon?: LucideIcon;
  readonly busy?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

const ICON = 16;

export function Button({
  variant = 'default',
  icon: Icon,
  busy = false,
  className = '',
  children,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled === true || busy}
      aria-busy={busy}
      className={`button button--${variant} ${className}`}
    >
      {busy ? <span className="button__busy" /> : Icon && <Icon size={ICON} aria-hidden />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  readonly icon: LucideIcon;
  /** What it does: read aloud and shown when the pointer rests. */
  readonly label: string;
}

export function IconButton({ label, variant = 'ghost', ...rest }: IconButtonProps): ReactNode {
  return (
    <Button {...rest} variant={variant} className="button--icon" aria-label={label} title={label} />
  );
}
