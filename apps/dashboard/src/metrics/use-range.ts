import { useSearchParams } from 'react-router';
import { useNow } from '../shared/use-now.ts';
import { type Range, readRange, spanOf } from './range.ts';

/** The range that the address of the page asks for. */
export function useRange() {
  const [address, setAddress] = useSearchParams();
  const range = readRange(address.get('range'));
  const setRange = (wanted: Range) =>
    setAddress((before) => {
      before.set('range', wanted);
      return before;
    });
  return { range, setRange, span: spanOf(range, useNow()) };
}
