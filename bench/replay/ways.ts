import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { SeededRandom } from '../seeded-random.ts';

/** How one gets from a schema's queries to any of its fields, by the least number of steps. */
export class Ways {
  /** The fields that answer a type and are nearest to the queries, by the type's name. */
  readonly #before = new Map<string, { readonly type: string; readonly coordinate: string }[]>();
  readonly #root: string;

  constructor(schema: GraphQLSchema) {
    const root = schema.getQueryType();
    this.#root = root?.name ?? '';
    const reached = new Set([this.#root]);
    let frontier = root == null ? [] : [root];
    while (frontier.length > 0) {
      const next = new Map<string, (typeof frontier)[number]>();
      for (const type of frontier) {
        for (const field of Object.values(type.getFields())) {
          const inner = getNamedType(field.type);
          if (!isObjectType(inner) || reached.has(inner.name)) continue;
          next.set(inner.name, inner);
          const before = this.#before.get(inner.name) ?? [];
          this.#before.set(inner.name, [...before, { type: type.name, coordinate: `${type.name}.${field.name}` }]);
        }
      }
      frontier = [...next.values()];
      for (const { name } of frontier) reached.add(name);
    }
  }

  /** The fields on one of the ways to a field, and itself. */
  to(coordinate: string, random: SeededRandom): readonly string[] {
    const way = [coordinate];
    let type = coordinate.split('.')[0] ?? '';
    while (type !== this.#root) {
      const before = this.#before.get(type);
      if (before === undefined) break;
      const step = random.pick(before);
      way.push(step.coordinate);
      ({ type } = step);
    }
    return way;
  }
}
