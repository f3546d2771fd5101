// The door: address and password; in the demonstration, the sample people to choose from.

import { DEMO_PASSWORD } from '@sendsale/api';
import type { SessionView } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { api, setCsrf } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { messageOf } from '../ui/error-screen.tsx';
import { TextField } from '../ui/field.tsx';
import { useText } from '../text/use-text.ts';
import { Mark } from './mark.tsx';
import { APP_TEXT } from './text.ts';
import { Form } from '../ui/form.tsx';

export function SignIn({ demo }: { readonly demo: SessionView['demo'] }): ReactNode {
  const t = useText(APP_TEXT);
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: api.signIn,
    meta: { showsErrors: true },
    onSuccess: (session) => {
      setCsrf(session.csrf);
      // Nothing that somebody else has seen stays.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      client.setQueryData(['session'], session);
    },
  });
  useEffect(() => {
    document.title = `${t('signIn')} · Sendsale`;
  }, [t]);
  return (
    <main className="door">
      <div className="door__card">
        <div className="side__brand" style={{ padding: 0 }}>
          <Mark /> Sendsale
        </div>
        <h1>{t('signIn')}</h1>
        <Form onSubmit={() => signIn.mutate({ email, password })}>
          <TextField
            label={t('email')}
            type="email"
            autoComplete="username"
            autoFocus
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <TextField
            label={t('password')}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            error={signIn.isError ? messageOf(signIn.error) : undefined}
          />
          <Button type="submit" variant="primary" busy={signIn.isPending}>
            {t('signIn')}
          </Button>
        </Form>
        {demo !== null && demo.length > 0 && (
          <SamplePeople
            people={demo}
            disabled={signIn.isPending}
            choose={(chosen) => signIn.mutate({ email: chosen, password: DEMO_PASSWORD })}
          />
        )}
      </div>
    </main>
  );
}

interface SampleProps {
  readonly people: NonNullable<SessionView['demo']>;
  readonly disabled: boolean;
  readonly choose: (email: string) => void;
}

function SamplePeople({ people, disabled, choose }: SampleProps): ReactNode {
  const t = useText(APP_TEXT);
  return (
    <section className="stack" aria-label={t('demoPeople')}>
      <p className="faint small">{t('demoPeople')}</p>
      <div className="door__people">
        {people.map(({ email, name, roles }) => (
          <Button
            key={email}
            className="door__person"
            disabled={disabled}
            onClick={() => choose(email)}
          >
            <span className="cut">{roles.map((role) => t(role)).join(', ')}</span>
            <span className="cut faint small">{name}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
