import { useDidUpdate } from '@mantine/hooks';
import { useLocation, useNavigationType } from 'react-router';

/** Another page begins at its top, and the keyboard and screen readers go on from there. */
export function useArrival(main: string): void {
  const { pathname } = useLocation();
  const type = useNavigationType();
  useDidUpdate(() => {
    // Who goes back finds the page as they left it.
    if (type !== 'POP') window.scrollTo(0, 0);
    document.getElementById(main)?.focus({ preventScroll: true });
  }, [pathname]);
}
