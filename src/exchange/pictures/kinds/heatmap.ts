import { heatmapData, heatmapKinds, mostHeatmapGroups } from '../../../drawing/heatmap/heatmap-data.ts';
import { heatmapDrawing } from '../../../drawing/heatmap/heatmap-drawing.ts';
import { heatmapTable } from '../../../drawing/heatmap/heatmap-table.ts';
import { heatmapText } from '../../../drawing/heatmap/heatmap-text.ts';
import { pictureKind } from '../picture-kind.ts';
import { kindParameter, namesParameter } from '../picture-parameter.ts';

const kind = kindParameter(
  {
    name: 'kind',
    description: 'what is compared',
    byDefault: 'the first of these of which the catalog has two, or what of has',
  },
  heatmapKinds,
);

const of = namesParameter(
  {
    name: 'of',
    description: 'which of them, in this order',
    byDefault: `all of the kind, up to the ${mostHeatmapGroups} with most roles`,
  },
  {
    kinds: heatmapKinds,
    takes: `2 to ${mostHeatmapGroups} pillars, categories, organization types or topics`,
  },
);

/** How many roles every two groups share. */
export const heatmap = pictureKind({
  name: 'heatmap',
  title: 'Heat map',
  question: 'Which groups share many roles, and which share none?',
  parameters: [kind, of],
  example: () => ({}),
  data: (graph, given) => heatmapData(graph, { kind: kind.read(given), of: of.read(given, graph) }),
  drawing: heatmapDrawing,
  table: heatmapTable,
  text: heatmapText,
});
