// The camera as a scanner: it looks until it has read a code, and says so when it may not or cannot look.

import { CameraOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { codeReader, startCamera } from './camera.ts';
import { SCAN_TEXT } from './text.ts';
import './scan.css';

interface CameraDialogProps {
  readonly onClose: () => void;
  readonly onScan: (code: string) => void;
}

const LOOK_MS = 150;

export function CameraDialog({ onClose, onScan }: CameraDialogProps): ReactNode {
  const t = useText(SCAN_TEXT);
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onScan);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    found.current = onScan;
  }, [onScan]);
  useEffect(() => {
    const ends: Array<() => void> = [];
    let over = false;
    const look = async (): Promise<void> => {
      const element = video.current;
      if (element === null) return;
      ends.push(await startCamera(element));
      const reader = await codeReader();
      while (!over) {
        const code = await reader.read(element);
        if (code !== null && !over) {
          over = true;
          navigator.vibrate?.(60);
          found.current(code);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    };
    void look()
      .catch(() => setFailed(true))
      .finally(() => {
        if (over) for (const end of ends) end();
      });
    return () => {
      over = true;
      for (const end of ends) end();
    };
  }, []);
  return (
    <Dialog open onClose={onClose} title={t('scan')} description={t('scanMore')}>
      {failed ? (
        <Empty icon={CameraOff} title={t('noCamera')} more={t('noCameraMore')} />
      ) : (
        <video ref={video} className="scan__picture" muted playsInline aria-label={t('picture')} />
      )}
    </Dialog>
  );
}
