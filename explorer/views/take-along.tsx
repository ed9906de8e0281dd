import { type Parameter, withQuery } from '../state/address/parameters.ts';
import { serverAddress } from '../state/location.ts';
import { isOffered } from '../state/offers.ts';
import type { Table } from '../state/table.ts';
import { words } from '../words/words.ts';

interface TakeAlongProps {
  /** What is seen, as tables: each becomes a sheet of a workbook, and the first one what is copied. Made when it is needed. */
  readonly tables?: () => readonly Table[];
  /** The picture that shows the same, by its kind, e.g. "board", and its parameters; none where there is no such picture. */
  readonly picture?: { readonly kind: string; readonly parameters: readonly Parameter[] };
  /** The query that answers the same. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const takeAlong = words.takeAlong;

/** What is seen in other forms: as a picture, as a table, and as a query that GraphiQL opens. */
export function TakeAlong({ picture, query, variables }: TakeAlongProps) {
  const file = (ending: string, more: readonly Parameter[] = []) =>
    picture && serverAddress(withQuery(`picture/${picture.kind}.${ending}`, [...picture.parameters, ...more]));
  const graphiql = serverAddress(
    withQuery('graphql', [
      ['query', query],
      ['variables', JSON.stringify(variables)],
    ]),
  );
  const links: readonly (readonly [label: string, address: string | undefined])[] = [
    [takeAlong.picture, file('svg', [['theme', 'auto']])],
    [takeAlong.png, file('png', [['scale', '2']])],
    [takeAlong.table, file('html')],
    [takeAlong.sheet, file('csv', [['bom', 'true']])],
    [takeAlong.graphql, isOffered('graphiql') ? graphiql : undefined],
  ];
  return (
    <section class="take-along" aria-labelledby="take-along">
      <h2 id="take-along">{takeAlong.title}</h2>
      <ul>
        {links.map(
          ([label, address]) =>
            address !== undefined && (
              <li key={label}>
                <a class="button" href={address}>
                  {label}
                </a>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}
