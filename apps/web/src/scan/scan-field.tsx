// The field one types, scans or photographs a code into: every screen of the store that finds articles has it on top.

import { ScanBarcode } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { IconButton } from '../ui/button.tsx';
import { SearchInput } from '../ui/field.tsx';
import { SCAN_TEXT } from './text.ts';
import { useWedge } from './use-wedge.ts';
import './scan.css';

// Nobody waits for the camera's reader before they use it.
const CameraDialog = lazy(async () => ({
  default: (await import('./camera-dialog.tsx')).CameraDialog,
}));

interface ScanFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  /** A whole code: from the scanner, the camera, or typed and ended with Enter. */
  readonly onCode: (code: string) => void;
}

export function ScanField({ label, value, onType, onCode }: ScanFieldProps): ReactNode {
  const t = useText(SCAN_TEXT);
  const [looks, setLooks] = useState(false);
  useWedge(onCode);
  return (
    <form
      className="scan"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') onCode(value.trim());
      }}
    >
      <SearchInput
        label={label}
        value={value}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => onType(event.target.value)}
      />
      <IconButton
        icon={ScanBarcode}
        variant="default"
        label={t('scan')}
        onClick={() => setLooks(true)}
      />
      <Suspense>
        {looks && (
          <CameraDialog
            onClose={() => setLooks(false)}
            onScan={(code) => {
              setLooks(false);
              onCode(code);
            }}
          />
        )}
      </Suspense>
    </form>
  );
}
