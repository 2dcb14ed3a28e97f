import openapiTS, { astToString } from 'openapi-typescript';

/** The types of an OpenAPI document (JSON text), as the text of src/schema.ts. */
export async function sdkTypes(document) {
  const types = astToString(await openapiTS(document));
  return `// Generated from openapi.json by scripts/openapi.mjs.\n${types}`;
}
