import type { OpenAPIV3, OpenAPIV3_1 } from 'openapi-types';
