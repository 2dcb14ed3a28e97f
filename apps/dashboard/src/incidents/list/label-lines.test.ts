import { expect, test } from '@jest/globals';
import { readLabelLines } from './label-lines.ts';

test('labels are read line by line', () => {
  expect(readLabelLines('service=checkout\n\n region = eu \nexpr=a=b\nempty=')).toEqual({
    labels: { service: 'checkout', region: 'eu', expr: 'a=b', empty: '' },
  });
  expect(readLabelLines('')).toEqual({ labels: {} });
});

test.each([
  ['service=checkout\nregion', 2],
  ['=checkout', 1],
])('%j has a line that is no label', (text, line) => {
  expect(readLabelLines(text)).toEqual({ fault: `Line ${line} is not of the form name=value.` });
});
