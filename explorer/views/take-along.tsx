import { withQuery, type Parameter } from '../state/address.ts';
import { serverAddress } from '../state/location.ts';
import { isOffered } from '../state/offers.ts';
import { words } from '../words/words.ts';

interface TakeAlongProps {
  /** The kind of picture that shows the same, e.g. "board". */
  readonly picture: string;
  readonly parameters: readonly Parameter[];
  /** The query that answers the same. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const takeAlong = words.takeAlong;

/** What is seen in other forms: as a picture, as a table, and as a query that GraphiQL opens. */
export function TakeAlong({ picture, parameters, query, variables }: TakeAlongProps) {
  const file = (ending: string, more: readonly Parameter[] = []) =>
    serverAddress(withQuery(`picture/${picture}.${ending}`, [...parameters, ...more]));
  return (
    <section class="take-along" aria-labelledby="take-along">
      <h2 id="take-along">{takeAlong.title}</h2>
      <ul>
        <li>
          <a class="button" href={file('svg', [['theme', 'auto']])}>
            {takeAlong.picture}
          </a>
        </li>
        <li>
          <a class="button" href={file('png', [['scale', '2']])}>
            {takeAlong.png}
          </a>
        </li>
        <li>
          <a class="button" href={file('html')}>
            {takeAlong.table}
          </a>
        </li>
        <li>
          <a class="button" href={file('csv', [['bom', 'true']])}>
            {takeAlong.sheet}
          </a>
        </li>
        {isOffered('graphiql') && (
          <li>
            <a
              class="button"
              href={serverAddress(
                withQuery('graphql', [
                  ['query', query],
                  ['variables', JSON.stringify(variables)],
                ]),
              )}
            >
              {takeAlong.graphql}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
