// Takes a CSV file over as a whole, or shows which of its rows are wrong.

import { readSettingsCsv } from '@sendsale/api';
import type { SettingFault } from '@sendsale/api';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../../ui/toasts.tsx';
import { useSaveRows } from './save-rows.ts';
import { SETTINGS_TEXT } from './text.ts';

export function ImportButton(): ReactNode {
  const t = useText(SETTINGS_TEXT);
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly SettingFault[]>([]);
  const save = useSaveRows(setFaults);
  const take = async (file: File): Promise<void> => {
    const read = readSettingsCsv(await file.text());
    if ('fault' in read) say({ tone: 'bad', text: read.fault });
    else save.mutate(read.rows);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      <Button icon={Upload} busy={save.isPending} onClick={() => input.current?.click()}>
        {t('importCsv')}
      </Button>
      <Dialog open={faults.length > 0} onClose={() => setFaults([])} title={t('faults')}>
        <ul className="stack">
          {faults.map(({ row, code, message }) => (
            <li key={`${row} ${code}`}>
              <span className="strong">{t('row', { row })}</span> {message}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
