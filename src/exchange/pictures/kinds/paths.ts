import { graphNodeKinds } from '../../../analysis/graph-nodes.ts';
import { mostLength, mostPaths, throughs, walkedByDefault } from '../../../analysis/paths/paths.ts';
import { pathsData } from '../../../drawing/paths/paths-data.ts';
import { pathsDrawing, pathsTable } from '../../../drawing/paths/paths-drawing.ts';
import { distantRoles } from '../example-nodes.ts';
import { pictureKind } from '../picture-kind.ts';
import {
  choiceParameter,
  edgeKindsParameter,
  requiredNameParameter,
  wholeNumberParameter,
} from '../picture-parameter.ts';

const from = requiredNameParameter(
  { name: 'from', description: 'where the paths begin' },
  { kinds: graphNodeKinds, example: 'role:devops-engineer' },
);

const to = requiredNameParameter(
  { name: 'to', description: 'where they end' },
  { kinds: graphNodeKinds, example: 'pillar:security' },
);

const through = choiceParameter(
  {
    name: 'through',
    description: 'what a path may go through: what roles do, or groups as well',
    byDefault: 'DUTIES',
  },
  throughs,
);

const edgeKinds = edgeKindsParameter(
  { name: 'edgeKinds', description: 'which connections count', byDefault: 'all but overlaps' },
  walkedByDefault,
);

const maxLength = wholeNumberParameter(
  { name: 'maxLength', description: 'the most steps of a path', byDefault: '4' },
  { least: 1, most: mostLength },
);

const first = wholeNumberParameter(
  { name: 'first', description: 'the most paths, those through the rarest nodes first', byDefault: '3' },
  { least: 1, most: mostPaths },
);

/** How two nodes are connected. */
export const paths = pictureKind({
  name: 'paths',
  title: 'Paths',
  question: 'How are two roles, or any two nodes, connected?',
  parameters: [from, to, through, edgeKinds, maxLength, first],
  example: (graph) => {
    const [start, end] = distantRoles(graph);
    return start && end && { from: start.id, to: end.id };
  },
  data: (graph, given) =>
    pathsData(graph, {
      from: from.read(given, graph),
      to: to.read(given, graph),
      through: through.read(given),
      edgeKinds: edgeKinds.read(given),
      maxLength: maxLength.read(given),
      first: first.read(given),
    }),
  drawing: pathsDrawing,
  table: pathsTable,
});
