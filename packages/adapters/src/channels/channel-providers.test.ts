import { describe, expect, test } from '@jest/globals';
import { CHANNEL_PROVIDERS } from './channel-providers.ts';

describe.each(CHANNEL_PROVIDERS)('the type $type', (provider) => {
  const names = provider.fields.map(({ name }) => name);

  test('has a name of its own, which stands in ids such as env:slack', () => {
    expect(provider.type).toMatch(/^[a-z]{1,50}$/);
    expect(CHANNEL_PROVIDERS.filter(({ type }) => type === provider.type)).toHaveLength(1);
  });

  test('describes each field once, and refers to none that it does not have', () => {
    expect(new Set(names).size).toBe(names.length);
    const ways = provider.ways?.map(({ value }) => value) ?? [];
    for (const { goesWith = names[0], way = ways[0] } of provider.fields) {
      expect(names).toContain(goesWith);
      if (way !== undefined) expect(ways).toContain(way);
    }
    for (const name of provider.setBy ?? [])
      expect(provider.fields.find((field) => field.name === name)?.variable).toBeDefined();
  });

  test('says where a channel leads even if nothing is known of it', () => {
    expect(provider.summary({})).toMatch(/\.$/);
  });
});
