import { useSearchParams } from 'react-router';
import { PLACES, withParameter } from './url-filter.ts';

/** What is asked for stands in the address, so that a link shows others the same. */
export function useUrlFilter() {
  const [parameters, setParameters] = useSearchParams();
  const count = [...parameters.keys()].filter((name) => !PLACES.includes(name)).length;
  return {
    value: (name: string) => parameters.get(name) ?? '',
    set: (name: string, value: string) =>
      setParameters((before) => withParameter(before, name, value), { replace: true }),
    clear: () => setParameters({}, { replace: true }),
    /** Whether anything is left out of what is shown. */
    isSet: count > 0,
    /** By how many filters. */
    count,
  };
}
