import { expect, test } from '@jest/globals';
import { webAddress } from './web-address.ts';

test.each(['http://prometheus.example.org/graph?g0.expr=up', 'https://a.example'])(
  '%s may be a link',
  (address) => {
    expect(webAddress(address)).toBe(address);
  },
);

test.each([null, '', '/graph', 'javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x'])(
  '%p may not',
  (address) => {
    expect(webAddress(address)).toBeNull();
  },
);
