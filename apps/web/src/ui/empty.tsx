// Nothing to show, and what to do about it.

import { Inbox } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly more?: ReactNode;
  readonly action?: ReactNode;
}

export function Empty({ icon: Icon = Inbox, title, more, action }: EmptyProps): ReactNode {
  return (
    <div className="empty" role="status">
      <span className="empty__mark">
        <Icon size={22} aria-hidden />
      </span>
      <h2>{title}</h2>
      {more !== undefined && <p>{more}</p>}
      {action}
    </div>
  );
}
