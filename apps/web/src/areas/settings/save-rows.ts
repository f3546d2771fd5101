// Saves settings and says what came of it; faults of rows go back to whoever asked.

import type { SettingFault, SettingRow } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { say } from '../../ui/toasts.tsx';
import { SETTINGS_TEXT } from './text.ts';

/** @param onEnd told of the faults; without any, the rows were taken over */
export function useSaveRows(onEnd: (faults: readonly SettingFault[]) => void) {
  const t = useText(SETTINGS_TEXT);
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (rows: readonly SettingRow[]) => api.saveSettings(rows),
    onSuccess: async ({ changed, faults }) => {
      if (faults.length === 0) {
        say({
          tone: 'good',
          text: changed === 0 ? t('nothingChanged') : t('saved', { count: changed }),
        });
        await client.invalidateQueries({ queryKey: ['settings'] });
      }
      onEnd(faults);
    },
  });
}
