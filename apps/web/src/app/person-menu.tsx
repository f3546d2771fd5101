// What the person can set: appearance, language, password, signing out.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Keyboard, KeyRound, Languages, LogOut, SunMoon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, setCsrf } from '../api/client.ts';
import { useLanguage, chooseLanguage, useText } from '../text/use-text.ts';
import { FormDialog } from '../ui/dialog.tsx';
import { messageOf } from '../ui/error-screen.tsx';
import { TextField } from '../ui/field.tsx';
import { Menu } from '../ui/menu.tsx';
import { say } from '../ui/toasts.tsx';
import { useSignOut } from './sign-out.ts';
import { APP_TEXT } from './text.ts';
import { chooseTheme, THEMES, useTheme } from './theme.ts';

interface PersonMenuProps {
  readonly trigger: ReactNode;
  readonly openSheet: () => void;
}

export function PersonMenu({ trigger, openSheet }: PersonMenuProps): ReactNode {
  const t = useText(APP_TEXT);
  const language = useLanguage();
  const theme = useTheme();
  const signOut = useSignOut();
  const [changes, setChanges] = useState(false);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const names = { system: t('themeSystem'), light: t('themeLight'), dark: t('themeDark') };
  return (
    <>
      <Menu
        align="start"
        startsOpen
        trigger={trigger}
        groups={[
          [
            {
              label: `${t('theme')}: ${names[theme]}`,
              icon: SunMoon,
              onSelect: () => chooseTheme(next),
            },
            {
              label: `${t('language')}: ${language === 'en' ? 'English' : 'Deutsch'}`,
              icon: Languages,
              onSelect: () => chooseLanguage(language === 'en' ? 'de' : 'en'),
            },
            { label: t('shortcuts'), icon: Keyboard, keys: '?', onSelect: openSheet },
          ],
          [
            { label: t('changePassword'), icon: KeyRound, onSelect: () => setChanges(true) },
            { label: t('signOut'), icon: LogOut, onSelect: signOut },
          ],
        ]}
      />
      {changes && <PasswordDialog onClose={() => setChanges(false)} />}
    </>
  );
}

function PasswordDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText(APP_TEXT);
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: api.changePassword,
    meta: { showsErrors: true },
    onSuccess: async () => {
      say({ tone: 'good', text: t('passwordChanged') });
      setCsrf(null);
      await client.invalidateQueries({ queryKey: ['session'] });
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('changePassword')}
      action={t('save')}
      busy={change.isPending}
      onSubmit={() => change.mutate({ current, next })}
    >
      <TextField
        label={t('currentPassword')}
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={change.isError ? messageOf(change.error) : undefined}
      />
      <TextField
        label={t('newPassword')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        value={next}
        onChange={(event) => setNext(event.target.value)}
      />
    </FormDialog>
  );
}
