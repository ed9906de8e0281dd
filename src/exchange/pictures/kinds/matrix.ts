import { greatestMaxRoles, matrixData, matrixKinds, defaultMaxRoles } from '../../../drawing/matrix/matrix-data.ts';
import { matrixDrawing } from '../../../drawing/matrix/matrix-drawing.ts';
import { matrixTable } from '../../../drawing/matrix/matrix-table.ts';
import { pictureKind } from '../picture-kind.ts';
import { kindParameter, wholeNumberParameter } from '../picture-parameter.ts';
import { askedRoles, roleParameters } from '../role-parameters.ts';

const by = kindParameter(
  {
    name: 'by',
    description: 'what the columns are',
    byDefault: 'pillars, or the first of these of which the catalog has two',
  },
  matrixKinds,
);

const minGroups = wholeNumberParameter(
  {
    name: 'minGroups',
    description: 'only roles in so many columns',
    byDefault: '1; 2 if there are more roles than maxRoles',
  },
  { least: 1 },
);
const maxRoles = wholeNumberParameter(
  {
    name: 'maxRoles',
    description: 'the most rows: roles in most columns remain; the picture says how many it leaves out',
    byDefault: String(defaultMaxRoles),
  },
  { least: 1, most: greatestMaxRoles },
);

/** Which roles are in which groups. */
export const matrix = pictureKind({
  name: 'matrix',
  title: 'Matrix',
  question: 'Which roles are in which pillars or categories, or work on which topics?',
  parameters: [by, ...roleParameters, minGroups, maxRoles],
  example: () => ({ minGroups: '2' }),
  data: (graph, given) =>
    matrixData(graph, {
      by: by.read(given),
      ...askedRoles(given, graph),
      minGroups: minGroups.read(given),
      maxRoles: maxRoles.read(given),
    }),
  drawing: matrixDrawing,
  table: matrixTable,
});
