// Writes the API document and the types of the SDK.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { generatedFiles } from './openapi-document.mjs';

for (const [path, text] of await generatedFiles()) {
  writeFileSync(join(root, path), text);
  console.log(`Wrote ${path}`);
}
