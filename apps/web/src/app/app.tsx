// The app: the session first, then signing in or the pages.

import { ApiError } from '@sendsale/api';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { api, setCsrf } from '../api/client.ts';
import { makeQueryClient } from '../api/query-client.ts';
import { ErrorScreen, messageOf } from '../ui/error-screen.tsx';
import { say, Toasts } from '../ui/toasts.tsx';
import { router } from './router.tsx';
import { SessionContext, sessionOf } from './session.tsx';
import { SignIn } from './sign-in.tsx';
import { applyTheme } from './theme.ts';

applyTheme();
document.documentElement.lang = localStorage.getItem('sendsale.language') ?? 'en';

const client = makeQueryClient((error, { isChange }) => {
  // The session is over: asking for it again shows the door.
  if (error instanceof ApiError && error.status === 401) {
    void client.invalidateQueries({ queryKey: ['session'] });
  } else if (isChange) say({ tone: 'bad', text: messageOf(error) });
});

export function App(): ReactNode {
  return (
    <QueryClientProvider client={client}>
      <Door />
      <Toasts />
    </QueryClientProvider>
  );
}

function Door(): ReactNode {
  const query = useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      const session = await api.session();
      setCsrf(session.csrf);
      return session;
    },
    staleTime: Infinity,
  });
  const person = query.data?.person ?? null;
  const session = useMemo(() => (person === null ? null : sessionOf(person)), [person]);
  if (query.data === undefined) {
    return (
      <div className="splash">
        {query.isError && <ErrorScreen error={query.error} retry={() => void query.refetch()} />}
      </div>
    );
  }
  if (session === null) return <SignIn demo={query.data.demo} />;
  return (
    <SessionContext value={session}>
      <RouterProvider router={router} />
    </SessionContext>
  );
}
