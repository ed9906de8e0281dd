import { z } from 'zod';
import { catalogSchema } from './catalog.ts';

const description = 'A catalog of roles, or one file of a folder that holds a part of it.';

/**
 * The JSON Schema of a catalog for editors. Its top-level keys are optional, because a file of a folder contains only a
 * part of the document. `rolegraph validate` checks what JSON Schema cannot express (references, unique titles).
 */
export function catalogJsonSchema(): object {
  return z.toJSONSchema(catalogSchema.partial().meta({ title: 'Rolegraph catalog', description }), { io: 'input' });
}
