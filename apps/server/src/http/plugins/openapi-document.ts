import { type Component, components } from '@klaxon/contracts';

type Json = Record<string, unknown>;

const byReference: ReadonlyMap<unknown, Component> = new Map(
  components.map((schema) => [`#/components/schemas/${schema.$id}`, schema]),
);

/**
 * Adds to the generated document what route schemas cannot say: a body shows the example of its
 * component, a parameter takes over the description of its component, and a request body without a
 * required field may be left out.
 */
export function finishDocument<Document extends { paths?: object }>(document: Document): Document {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path).filter(isJson)) {
      for (const parameter of Object.values(operation.parameters ?? {}).filter(isJson))
        describe(parameter);
      if (isJson(operation.requestBody)) finishRequestBody(operation.requestBody);
      for (const response of Object.values(operation.responses ?? {}).filter(isJson))
        addExamples(response);
    }
  }
  return document;
}

function describe(parameter: Json): void {
  const schema = isJson(parameter.schema) ? byReference.get(parameter.schema.$ref) : undefined;
  if (schema && 'description' in schema) parameter.description ??= schema.description;
}

function finishRequestBody(body: Json): void {
  const schemas = addExamples(body);
  body.required = schemas.some((schema) => 'required' in schema || 'minProperties' in schema);
}

/** Answers the components that the media types of a body refer to. */
function addExamples({ content }: Json): readonly Component[] {
  return Object.values(content ?? {}).flatMap((media: unknown): Component[] => {
    const schema =
      isJson(media) && isJson(media.schema) ? byReference.get(media.schema.$ref) : undefined;
    if (!isJson(media) || !schema) return [];
    const [value] = 'examples' in schema && Array.isArray(schema.examples) ? schema.examples : [];
    if (value !== undefined) media.examples ??= { example: { value } };
    return [schema];
  });
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
