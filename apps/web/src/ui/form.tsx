// A form that is sent by Enter or its button, and never loads the page anew.

import type { ReactNode } from 'react';

interface FormProps {
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

export function Form({ onSubmit, children }: FormProps): ReactNode {
  return (
    <form
      className="stack stack--wide"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
