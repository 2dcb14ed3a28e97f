// Fails when a generated file that is checked in is not what generating it gives, or when the API
// document does not pass its linter.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, fail, root, run, toolEnvironment } from './bootstrap.mjs';
import { generatedFiles, openapiPath } from './openapi-document.mjs';

const outdated = [...(await generatedFiles())]
  .filter(
    ([path, text]) =>
      !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
  )
  .map(([path]) => path);
if (outdated.length > 0) {
  fail(
    `Out of date: ${outdated.join(', ')}\nRun \`node scripts/openapi.mjs\` under Node 24 and check the result in.`,
  );
}

const code = await run(join(bin, 'redocly'), ['lint', openapiPath], {
  env: toolEnvironment({ REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }),
});
if (code !== 0)
  fail(`${openapiPath} does not pass the rules of redocly.yaml; the lines above say why.`);
