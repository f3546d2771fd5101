// A menu of actions behind a button.

import { DropdownMenu } from 'radix-ui';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly keys?: string;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  /** Groups, with a rule between them. */
  readonly groups: ReadonlyArray<readonly MenuItem[]>;
  readonly align?: 'start' | 'end';
  readonly startsOpen?: boolean;
}

export function Menu({ trigger, groups, align = 'end', startsOpen = false }: MenuProps): ReactNode {
  const shown = groups.filter((group) => group.length > 0);
  return (
    <DropdownMenu.Root defaultOpen={startsOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="float" align={align} sideOffset={4}>
          {shown.map((group, index) => (
            <DropdownMenu.Group key={group[0]?.label}>
              {index > 0 && <DropdownMenu.Separator className="float__rule" />}
              {group.map(({ label, icon: Icon, danger, disabled, keys, onSelect }) => (
                <DropdownMenu.Item
                  key={label}
                  className={`float__item ${danger === true ? 'float__item--danger' : ''}`}
                  disabled={disabled === true}
                  onSelect={onSelect}
                >
                  {Icon && <Icon size={15} aria-hidden />}
                  {label}
                  {keys !== undefined && <span className="float__keys key">{keys}</span>}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
