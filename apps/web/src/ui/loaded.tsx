// What a query brought, or its outline while it loads, or the screen of its error.

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorScreen } from './error-screen.tsx';
import { Skeleton } from './skeleton.tsx';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly outline?: ReactNode;
  readonly children: (value: T) => ReactNode;
}

/** What was loaded once stays while a later reading fails; the shell says that the connection is lost. */
export function Loaded<T>({ query, outline, children }: LoadedProps<T>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <ErrorScreen error={query.error} retry={() => void query.refetch()} />;
  }
  return outline ?? <Skeleton />;
}
