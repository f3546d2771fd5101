// Tabs of one page; arrows move between them.

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly body: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** Controlled where the address says which one is open. */
  readonly value?: string | undefined;
  readonly onChange?: (id: string) => void;
}

export function Tabs({ label, tabs, value, onChange }: TabsProps): ReactNode {
  const first = tabs[0]?.id ?? '';
  const control =
    value === undefined ? { defaultValue: first } : { value, onValueChange: onChange ?? ignore };
  return (
    <Radix.Root {...control}>
      <Radix.List className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} value={tab.id} className="tabs__tab">
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="tabs__body">
          {tab.body}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

function ignore(): void {
  // A value without a listener does not change.
}
