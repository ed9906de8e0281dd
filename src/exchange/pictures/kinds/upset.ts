import { mostUpsetColumns, upsetData } from '../../../drawing/upset/upset-data.ts';
import { upsetDrawing } from '../../../drawing/upset/upset-drawing.ts';
import { upsetTable } from '../../../drawing/upset/upset-table.ts';
import { upsetText } from '../../../drawing/upset/upset-text.ts';
import { groupKinds } from '../../../graph/nodes/node-kind.ts';
import { pictureKind } from '../picture-kind.ts';
import { kindParameter, namesParameter, wholeNumberParameter } from '../picture-parameter.ts';

const kind = kindParameter(
  { name: 'kind', description: 'what the rows are', byDefault: 'the first of these of which the catalog has two' },
  groupKinds,
);

const of = namesParameter(
  { name: 'of', description: 'which of them', byDefault: 'all of the kind' },
  { kinds: groupKinds, takes: 'groups of one kind' },
);

const columns = wholeNumberParameter(
  { name: 'columns', description: 'the most combinations that have a column', byDefault: 'as many as fit' },
  { least: 1, most: mostUpsetColumns },
);

const minRoles = wholeNumberParameter(
  { name: 'minRoles', description: 'leaves out combinations of fewer roles', byDefault: '1' },
  { least: 1 },
);

const minGroups = wholeNumberParameter(
  {
    name: 'minGroups',
    description: 'leaves out combinations of fewer groups: 2 leaves out roles in one group only',
    byDefault: '1',
  },
  { least: 1 },
);

const maxGroups = wholeNumberParameter(
  { name: 'maxGroups', description: 'leaves out combinations of more groups', byDefault: 'any number' },
  { least: 1 },
);

/** Which combinations of groups roles are in. */
export const upset = pictureKind({
  name: 'upset',
  title: 'UpSet plot',
  question: 'Which combinations of groups are there, and how many roles are in each?',
  parameters: [kind, of, columns, minRoles, minGroups, maxGroups],
  example: () => ({}),
  data: (graph, given) =>
    upsetData(graph, {
      kind: kind.read(given),
      of: of.read(given, graph),
      columns: columns.read(given),
      minRoles: minRoles.read(given),
      minGroups: minGroups.read(given),
      maxGroups: maxGroups.read(given),
    }),
  drawing: upsetDrawing,
  table: upsetTable,
  text: upsetText,
});
