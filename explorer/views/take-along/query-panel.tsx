import { mentionsPeople } from '../../../src/text/mentions-people.ts';
import { withQuery } from '../../state/address/parameters.ts';
import { serverAddress } from '../../state/location.ts';
import { isOffered } from '../../state/offers.ts';
import { words } from '../../words/words.ts';

/** Many proxies refuse addresses of more than 8 kB. */
const longestAddress = 8_000;

type Variables = Readonly<Record<string, unknown>>;

interface GraphiqlLink {
  readonly address: string;
  /** Whether the address has the variables, too. */
  readonly hasVariables: boolean;
}

/**
 * The address that opens GraphiQL with a query. People are never in it, because servers and proxies write addresses into their logs.
 *
 * @returns null where the server has no GraphiQL.
 */
export function graphiqlLink(query: string, variables: Variables): GraphiqlLink | null {
  if (!isOffered('graphiql')) return null;
  if (!mentionsPeople(query)) {
    const address = serverAddress(
      withQuery('graphql', [
        ['query', query],
        ['variables', JSON.stringify(variables)],
      ]),
    );
    if (address.length <= longestAddress) return { address, hasVariables: true };
  }
  return { address: serverAddress(withQuery('graphql', [['query', query]])), hasVariables: false };
}

interface QueryPanelProps {
  readonly query: string;
  readonly variables: Variables;
  /** Whether the address of GraphiQL has everything. */
  readonly hasAllInAddress: boolean;
  readonly copy: (text: string, said: string) => void;
}

const takeAlong = words.takeAlong;

/** The query and its variables, to be read and copied: also where the server has no GraphiQL. */
export function QueryPanel({ query, variables, hasAllInAddress, copy }: QueryPanelProps) {
  const json = JSON.stringify(variables, null, 2);
  return (
    <details class="query-panel">
      <summary>{takeAlong.showQuery}</summary>
      <h3>{takeAlong.query}</h3>
      <pre>{query}</pre>
      <button
        type="button"
        class="button"
        onClick={() => {
          copy(query, takeAlong.copiedQuery);
        }}
      >
        {takeAlong.copyQuery}
      </button>
      {Object.keys(variables).length > 0 && (
        <>
          <h3>{takeAlong.variables}</h3>
          {!hasAllInAddress && <p class="fine">{takeAlong.pasteVariables}</p>}
          <pre>{json}</pre>
          <button
            type="button"
            class="button"
            onClick={() => {
              copy(json, takeAlong.copiedVariables);
            }}
          >
            {takeAlong.copyVariables}
          </button>
        </>
      )}
    </details>
  );
}
