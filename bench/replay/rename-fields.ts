import { readFile } from 'node:fs/promises';
import { Kind, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import { z } from 'zod';

/** What fields are called now, by their recorded coordinates, e.g. `{ "GraphNode.id": "nodeId" }`. */
export type Renames = Readonly<Record<string, string>>;

const renamesSchema = z.record(z.string().regex(/^\w+\.\w+$/), z.string().regex(/^\w+$/));

/** @throws Error where a coordinate is no field of the recorded schema. */
export async function readRenames(file: string, schema: GraphQLSchema): Promise<Renames> {
  const renames = renamesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  for (const coordinate of Object.keys(renames)) {
    const [typeName = '', name = ''] = coordinate.split('.');
    const type = schema.getType(typeName);
    const isField = type !== undefined && 'getFields' in type && name in type.getFields();
    if (!isField) throw new Error(`${file} has ${coordinate}, which is no field of the schema that was recorded.`);
  }
  return renames;
}

/** The request by the new names, answered by the old ones. */
export function renamed(document: DocumentNode, schema: GraphQLSchema, renames: Renames): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        const parent = types.getParentType();
        const name = parent == null ? undefined : renames[`${parent.name}.${field.name.value}`];
        if (name === undefined) return undefined;
        return { ...field, alias: field.alias ?? field.name, name: { kind: Kind.NAME, value: name } };
      },
    }),
  );
}
