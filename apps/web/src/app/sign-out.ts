// Signing out: ends the session and shows the door; nothing that was read stays.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, setCsrf } from '../api/client.ts';

export function useSignOut(): () => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: api.signOut,
    onSettled: () => {
      setCsrf(null);
      client.clear();
      location.assign('/');
    },
  });
  return mutate;
}
