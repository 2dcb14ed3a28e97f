import { notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { describeError, isProblem } from './problem.ts';

const PROFILE = ['get', '/api/me'];

/** A session that ended shows in whatever is asked next: then the profile is asked too, and the sign-in page shown. */
function onError(error: unknown): void {
  if (isProblem(error) && error.status === 401)
    void queryClient.invalidateQueries({ queryKey: PROFILE });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (queryKey[1] !== PROFILE[1]) onError(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, { meta }) => {
      onError(error);
      if (meta?.['saysItself'] !== true)
        notifications.show({
          color: 'red',
          title: 'That did not work',
          message: describeError(error),
        });
    },
    // A change shows in more places than the one it was made in.
    onSuccess: () => queryClient.invalidateQueries(),
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => !(isProblem(error) && error.status < 500) && failures < 2,
    },
  },
});
