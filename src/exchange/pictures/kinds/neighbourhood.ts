import { graphNodeKinds } from '../../../analysis/graph-nodes.ts';
import {
  mostNeighbourhoodNodes,
  mostRoots,
  neighbourhoodData,
  neighbourhoodEdgeKinds,
  usualNeighbourhoodNodes,
} from '../../../drawing/neighbourhood/neighbourhood-data.ts';
import { neighbourhoodDrawing } from '../../../drawing/neighbourhood/neighbourhood-drawing.ts';
import { neighbourhoodTable } from '../../../drawing/neighbourhood/neighbourhood-table.ts';
import { defaultSelection } from '../../../graph/selection/graph-selection.ts';
import { mostSpreadRole } from '../example-nodes.ts';
import { pictureKind } from '../picture-kind.ts';
import {
  edgeKindsParameter,
  requiredNamesParameter,
  scoreParameter,
  wholeNumberParameter,
} from '../picture-parameter.ts';

const of = requiredNamesParameter(
  { name: 'of', description: 'the nodes in the middle' },
  {
    kinds: graphNodeKinds,
    takes: `1 to ${mostRoots} roles, responsibilities, topics, pillars, categories or organization types`,
    example: 'role:devops-engineer',
  },
);

const edgeKinds = edgeKindsParameter(
  {
    name: 'edgeKinds',
    description: 'how nodes must be connected to be neighbours',
    byDefault: 'what fits the nodes: of roles, those that overlap, and their groups',
  },
  neighbourhoodEdgeKinds,
);

const minOverlap = scoreParameter({
  name: 'minOverlap',
  description: 'the least score of an overlap that is shown',
  byDefault: String(defaultSelection.minOverlap),
});

const maxNodes = wholeNumberParameter(
  {
    name: 'maxNodes',
    description: 'the most nodes that are drawn, the nearest first; the picture says how many it leaves out',
    byDefault: String(usualNeighbourhoodNodes),
  },
  { least: 1, most: mostNeighbourhoodNodes },
);

/** One to three nodes with what is next to them. */
export const neighbourhood = pictureKind({
  name: 'neighbourhood',
  title: 'Neighbourhood',
  question: 'What is next to a role, a group or a topic, and how is it connected?',
  parameters: [of, edgeKinds, minOverlap, maxNodes],
  example: (graph) => {
    const role = mostSpreadRole(graph);
    return role && { of: role.id };
  },
  data: (graph, given) =>
    neighbourhoodData(graph, {
      edgeKinds: edgeKinds.read(given),
      minOverlap: minOverlap.read(given),
      maxNodes: maxNodes.read(given),
      of: of.read(given, graph),
    }),
  drawing: neighbourhoodDrawing,
  table: neighbourhoodTable,
});
