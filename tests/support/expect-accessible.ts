import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Looks at the page as it is now with axe, every rule and best practice, and throws what it found: each
 * rule, what helps, and the elements. It runs outside the page's content security policy.
 *
 * @param without selectors of what is not ours to mend
 */
export async function expectAccessible(
  page: Page,
  { without = [] }: { readonly without?: readonly string[] } = {},
): Promise<void> {
  const axe = without.reduce((builder, part) => builder.exclude(part), new AxeBuilder({ page }));
  const { violations } = await axe.analyze();
  if (violations.length === 0) return;
  const faults = violations.map(({ id, impact, help, helpUrl, nodes }) => {
    const elements = nodes.map(
      ({ target, html, failureSummary = '' }) =>
        `    ${target.join(' ')}\n      ${html}\n      ${failureSummary.replaceAll('\n', '\n      ')}`,
    );
    return [`- ${id} (${impact}): ${help}\n  ${helpUrl}`, ...elements].join('\n');
  });
  throw new Error(`axe found faults on ${page.url()}:\n${faults.join('\n')}`);
}
