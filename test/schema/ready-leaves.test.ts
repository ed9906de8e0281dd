import { execute, getNamedType, GraphQLObjectType, GraphQLSchema, isLeafType, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/schema.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { defaultSelection, selectedGraph } from '../../src/graph/selection/graph-selection.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { catalogInProcess, newHeader } from '../../src/store/in-process-catalog.ts';
import { requestGraph } from '../../schema/context.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

const data = graphOfCatalog(await shippedCatalog());
const stored = catalogInProcess(data, {
  header: { ...newHeader(data), sequence: 1 },
  storeKind: 'MEMORY',
  runSteps: runToCompletion,
});
const rolegraph = await requestGraph(stored, new Scheduler());
const drawing = runToCompletion(selectedGraph(rolegraph.graph, defaultSelection));

/** An object of each type whose lists are iterated asynchronously. */
const examples: Readonly<Record<string, unknown>> = {
  GraphNode: { node: drawing.nodes[0], degree: 1, placeOf: () => ({ x: 1, y: 2, community: 3 }) },
  GraphEdge: drawing.edges.edge(0),
};

const readyTypes = Object.values(schema.getTypeMap()).filter(
  (type) => isObjectType(type) && type.extensions['hasReadyLeaves'] === true,
);

test('the types whose leaf fields are ready are those of a drawing', () => {
  expect(readyTypes.map(({ name }) => name).toSorted()).toEqual(Object.keys(examples).toSorted());
});

test.each(readyTypes.filter(isObjectType))('no leaf field of $name returns a promise', (type) => {
  const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
  const query = new GraphQLObjectType({ name: 'One', fields: { one: { type, resolve: () => examples[type.name] } } });
  const document = parse(`{ one { ${leaves.map(({ name }) => name).join(' ')} } }`);
  const result = execute({ schema: new GraphQLSchema({ query }), document, contextValue: { rolegraph } });
  // A promise, as soon as one field returns one.
  expect(result).toMatchObject({
    data: { one: Object.fromEntries(leaves.map(({ name }) => [name, expect.anything()])) },
  });
});
