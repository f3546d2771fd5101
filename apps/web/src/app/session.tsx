// Who is signed in, for everything below; nothing of the app is shown to anybody else.

import type { Permission, SessionView } from '@sendsale/api';
import { createContext, useContext } from 'react';

export type Person = NonNullable<SessionView['person']>;

export interface Session {
  readonly person: Person;
  readonly may: (permission: Permission) => boolean;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null)
    throw new Error('This part of the app is shown to people who are signed in.');
  return session;
}

export function sessionOf(person: Person): Session {
  const permissions = new Set(person.permissions);
  return { person, may: (permission) => permissions.has(permission) };
}
