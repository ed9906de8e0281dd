import { greatestMaxRoles, matrixData, matrixKinds, defaultMaxRoles } from '../../../drawing/matrix/matrix-data.ts';
import { matrixDrawing } from '../../../drawing/matrix/matrix-drawing.ts';
import { matrixTable } from '../../../drawing/matrix/matrix-table.ts';
import { groupKinds } from '../../../graph/nodes/node-kind.ts';
import { pictureKind } from '../picture-kind.ts';
import {
  kindParameter,
  namesParameter,
  switchParameter,
  textParameter,
  wholeNumberParameter,
} from '../picture-parameter.ts';

const by = kindParameter(
  {
    name: 'by',
    description: 'what the columns are',
    byDefault: 'pillars, or the first of these of which the catalog has two',
  },
  matrixKinds,
);

const groups = { kinds: groupKinds, takes: 'pillars, categories and organization types' };
const activities = { kinds: ['RESPONSIBILITY', 'TOPIC'], takes: 'responsibilities and topics' } as const;

const inAll = namesParameter(
  { name: 'inAll', description: 'only roles that are in all of these groups', byDefault: 'all roles' },
  groups,
);
const inAny = namesParameter(
  { name: 'inAny', description: 'only roles that are in at least one of these groups', byDefault: 'all roles' },
  groups,
);
const inNone = namesParameter(
  { name: 'inNone', description: 'only roles that are in none of these groups', byDefault: 'all roles' },
  groups,
);
const performsAll = namesParameter(
  { name: 'performsAll', description: 'only roles that have all of these responsibilities', byDefault: 'all roles' },
  activities,
);
const performsAny = namesParameter(
  {
    name: 'performsAny',
    description: 'only roles that have at least one of these responsibilities',
    byDefault: 'all roles',
  },
  activities,
);
const titleContains = textParameter(
  { name: 'titleContains', description: 'only roles with a title that contains this text', byDefault: 'all roles' },
  'a text',
);
const universal = switchParameter({
  name: 'universal',
  description: 'only roles that are in every pillar',
  byDefault: 'false',
});
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
  parameters: [by, inAll, inAny, inNone, performsAll, performsAny, titleContains, universal, minGroups, maxRoles],
  example: () => ({ minGroups: '2' }),
  data: (graph, given) => {
    const filter = {
      inAll: inAll.read(given, graph),
      inAny: inAny.read(given, graph),
      inNone: inNone.read(given, graph),
      performsAll: performsAll.read(given, graph),
      performsAny: performsAny.read(given, graph),
      titleContains: titleContains.read(given),
    };
    return matrixData(graph, {
      by: by.read(given),
      filter: Object.values(filter).some((value) => value !== undefined) ? filter : null,
      universal: universal.read(given),
      minGroups: minGroups.read(given),
      maxRoles: maxRoles.read(given),
    });
  },
  drawing: matrixDrawing,
  table: matrixTable,
});
