import { notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keepOwnChange } from './own-changes.ts';
import { describeError, isProblem } from './problem.ts';

export const PROFILE = ['get', '/api/me'] as const;
/** What is asked without being signed in. */
const OPEN = /^\/api\/(me$|auth\/)/;

/** A session that ended shows in whatever is asked next: then the profile is asked too, and the sign-in page shown. */
function onError(error: unknown): void {
  if (isProblem(error) && error.status === 401)
    void queryClient.invalidateQueries({ queryKey: PROFILE });
}

/** What the last person saw is nothing for the next one at this browser. */
function forget(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !OPEN.test(String(queryKey[1])) });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (queryKey[1] !== PROFILE[1]) onError(error);
      else if (isProblem(error) && error.status === 401) forget();
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, { meta, options: { mutationKey } }) => {
      // A wrong password is no session that ended: the page that asked for it stays, and says so.
      if (!OPEN.test(String(mutationKey?.[1]))) onError(error);
      if (meta?.['saysItself'] !== true)
        notifications.show({
          color: 'red',
          title: 'That did not work',
          message: describeError(error),
        });
    },
    // A change shows in more places than the one it was made in.
    // Not waited for: what was done is done, however long the lists take.
    onSuccess: (answer) => {
      keepOwnChange(answer);
      void queryClient.invalidateQueries();
    },
  }),
  defaultOptions: {
    // Klaxon may be on this very machine. And what cannot be sent now must say so, not go out some time later.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => !(isProblem(error) && error.status < 500) && failures < 2,
    },
  },
});
