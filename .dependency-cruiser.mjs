const tests = '\\.test\\.ts$';
const outside = (...packages) => `^(${packages.join('|')})/`;

/** Who may import whom. Each rule says what to do instead; scripts/check-boundaries.mjs runs them. */
export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain is functions over data: take what it needs as an argument.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: tests },
      to: { pathNot: '^packages/domain/src|temporal-polyfill' },
    },
    {
      name: 'application-knows-the-domain-alone',
      comment: 'Declare a port in application/src/ports and let an adapter fill it.',
      severity: 'error',
      from: { path: '^packages/application/src', pathNot: tests },
      to: { pathNot: '^packages/(application|domain)/src' },
    },
    {
      name: 'contracts-know-typebox-alone',
      comment: 'The wire belongs to nobody: map to it in a presenter.',
      severity: 'error',
      from: { path: '^packages/contracts/src', pathNot: tests },
      to: { pathNot: '^packages/contracts/src|/typebox/' },
    },
    {
      name: 'adapters-fill-ports',
      comment: 'An adapter knows the application and the domain, never the wire or the server.',
      severity: 'error',
      from: { path: '^packages/adapters/src' },
      to: { path: outside('apps', 'packages/contracts', 'packages/sdk') },
    },
    {
      name: 'http-speaks-to-use-cases',
      comment: 'A route calls a use case that composition/ hands to it.',
      severity: 'error',
      from: { path: '^apps/server/src/http', pathNot: tests },
      to: { path: '^packages/adapters|^apps/server/src/(commands|composition|config)' },
    },
    {
      name: 'dashboard-speaks-through-the-sdk',
      comment: 'What the dashboard needs, the API has to offer.',
      severity: 'error',
      from: { path: '^apps/dashboard/src', pathNot: tests },
      to: { path: '^apps/server|^packages/(adapters|application|domain|testing)' },
    },
    {
      name: 'demo-is-a-story',
      comment: 'The demo plays through use cases that commands/demo.ts hands to it.',
      severity: 'error',
      from: { path: '^apps/server/src/demo', pathNot: tests },
      to: { path: '^packages/(adapters|contracts)|^apps/server/src/(commands|composition|config)' },
    },
    {
      name: 'nothing-needs-the-demo',
      comment: 'Klaxon runs without it: only the command demo and what composes it know of it.',
      severity: 'error',
      from: {
        path: '^apps/server/src',
        pathNot: [tests, '^apps/server/src/(demo/|commands/demo|composition/demo-)'],
      },
      to: { path: '^apps/server/src/demo/' },
    },
    {
      name: 'fakes-are-for-tests',
      comment: 'Product code takes a port; only a test hands it a fake.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [tests, '^packages/testing/'] },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'no-circles',
      comment: 'Two modules that need each other are one module, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere would hide from every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    exclude: { path: 'src/prisma/generated|^apps/dashboard/dist' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
