import { boardData, greatestMost } from '../../../drawing/board/board-data.ts';
import { boardDrawing } from '../../../drawing/board/board-drawing.ts';
import { boardTable } from '../../../drawing/board/board-table.ts';
import { pictureKind } from '../picture-kind.ts';
import { namesParameter, wholeNumberParameter } from '../picture-parameter.ts';
import { askedRoles, roleParameters } from '../role-parameters.ts';

const of = namesParameter(
  { name: 'of', description: 'the pillars and organization types that have a column', byDefault: 'all of them' },
  { kinds: ['PILLAR', 'ORGANIZATION_TYPE'], takes: 'pillars and organization types' },
);

const most = wholeNumberParameter(
  {
    name: 'most',
    description: 'the most roles that a box shows: those in most pillars, then those with most responsibilities',
    byDefault: 'all roles; ten in a catalog of more than 400',
  },
  { least: 1, most: greatestMost },
);

const minGroups = wholeNumberParameter(
  {
    name: 'minGroups',
    description: 'only roles in so many pillars or, in a catalog without two, organization types or else categories',
    byDefault: 'all roles',
  },
  { least: 1 },
);

/** The whole catalog: a column a pillar, a box a category, a chip a role. */
export const board = pictureKind({
  name: 'board',
  title: 'Board',
  question: 'Which roles are there, and where does each stand?',
  parameters: [of, ...roleParameters, minGroups, most],
  example: () => ({}),
  data: (graph, given) =>
    boardData(graph, {
      of: of.read(given, graph),
      ...askedRoles(given, graph),
      minGroups: minGroups.read(given),
      most: most.read(given),
    }),
  drawing: boardDrawing,
  table: boardTable,
});
