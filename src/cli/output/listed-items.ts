import { z } from 'zod';
import { pageInfoFields, pageInfoShape } from '../query-client.ts';
import { labelOfAnswer, ownerFields, ownerShape } from '../names/group-label.ts';
import { moreText } from './report.ts';

/** The fields that documents select of a list of categories, responsibilities or topics. */
export const itemFields = `totalCount ${pageInfoFields} edges { label node { id ${ownerFields} } }`;

export const listedItems = z.strictObject({
  totalCount: z.int(),
  pageInfo: pageInfoShape,
  edges: z.array(
    z.strictObject({
      label: z.string(),
      node: z.strictObject({ id: z.string(), ...ownerShape }),
    }),
  ),
});

export type ListedItems = z.infer<typeof listedItems>;

/** Most names of a list in one cell of a table; CSV has them all. */
export const mostInCell = 5;

/** The name of an item; that of a category includes its owners. */
export function itemLabel({ label, node }: ListedItems['edges'][number]): string {
  return labelOfAnswer(label, node);
}

/** The first names of a list, and how many more there are. */
export function itemLabels({ totalCount, edges }: ListedItems, most = Infinity): readonly string[] {
  const shown = edges.slice(0, most).map(itemLabel);
  const more = moreText(totalCount, shown.length);
  return more === '' ? shown : [...shown, more];
}
