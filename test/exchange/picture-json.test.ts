import { describe, expect, test } from 'vitest';
import { pictureKinds } from '../../src/exchange/pictures/picture-kinds.ts';
import { pictureJson } from '../../src/exchange/pictures/picture-json.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { picturedCatalogs, picturedGraph } from '../support/catalogs/pictured-catalogs.ts';

const foot = { catalog: 'A', version: '1', revision: 'ab12', date: null, address: null };

describe('the JSON of a picture', () => {
  test.each(picturedCatalogs.flatMap((catalog) => pictureKinds.map(({ name }) => [name, catalog] as const)))(
    'has all that a %s of %s is drawn of',
    async (name, catalog) => {
      const graph = await picturedGraph(catalog);
      const kind = pictureKinds.find((each) => each.name === name);
      const example = kind?.example(graph);
      if (kind === undefined || example === undefined) return;
      const given = new Map(Object.entries(example).map(([key, value]) => [key, [value]]));
      const picture = runToCompletion(kind.picture(graph, given));
      const read: unknown = JSON.parse(runToCompletion(pictureJson(picture, foot)));
      // Maps, sets, typed arrays, infinities and objects of classes would be something else in JSON.
      expect(read).toEqual({ catalog: foot, data: picture.data });
    },
  );
});
