import type { ComponentChildren } from 'preact';
import { frameAnswers } from '../state/questions/frame-questions.ts';
import { type Parameter, withQuery } from '../state/address/parameters.ts';
import { useAnswer } from '../state/answers.ts';
import { askFile } from '../state/ask.ts';
import { isPlain } from '../state/link.tsx';
import { serverAddress } from '../state/location.ts';
import type { Table, Tables } from '../state/table.ts';
import { day } from '../words/format.ts';
import { words } from '../words/words.ts';
import { currentTitle } from './page-title.ts';
import { copyForms, copyText } from './take-along/clipboard.ts';
import { fileName } from './take-along/file-name.ts';
import { graphiqlLink, QueryPanel } from './take-along/query-panel.tsx';
import { type Outcome, OutcomeNote, useOutcome } from './take-along/outcome.tsx';
import { saveFile } from './take-along/save-file.ts';
import { csvOf, htmlOf, tsvOf } from './take-along/table-texts.ts';

/** A link that is copied, besides that to what is seen. */
export interface TakenLink {
  readonly label: string;
  /** Made when it is needed. */
  readonly address: () => string;
  /** What is said when it was copied. */
  readonly copied: string;
}

interface TakeAlongProps {
  /** What is seen, as tables: each becomes a sheet of a workbook, and the first one what is copied. Made when it is needed. */
  readonly tables?: (() => Tables) | undefined;
  /** The picture that shows the same, by its kind, e.g. "board", and its parameters; none where there is no such picture. */
  readonly picture?: { readonly kind: string; readonly parameters: readonly Parameter[] };
  /** Other links than that to what is seen, e.g. one with the team. */
  readonly links?: readonly TakenLink[];
  /** The query that answers the same. */
  readonly query: string;
  /** Null if there is no such query for what is seen. */
  readonly variables: Readonly<Record<string, unknown>> | null;
}

const takeAlong = words.takeAlong;

/** What is seen in other forms: as a table, as a picture, on paper, as a link, and as a query that GraphiQL opens. */
export function TakeAlong({ tables, picture, links = [], query, variables }: TakeAlongProps) {
  const { outcome, act } = useOutcome();
  const graphiql = variables === null ? null : graphiqlLink(query, variables);
  return (
    <section class="take-along card" aria-labelledby="take-along">
      <h2 id="take-along">{takeAlong.title}</h2>
      <div class="take-along-groups">
        {tables !== undefined && <TableButtons tables={tables} act={act} />}
        {picture !== undefined && <PictureLinks {...picture} act={act} />}
        <Group title={takeAlong.asPage}>
          <ActButton
            label={takeAlong.print}
            onClick={() => {
              window.print();
            }}
          />
          <ActButton
            label={takeAlong.copyLink}
            onClick={() => {
              act(() => copied(window.location.href, takeAlong.copiedLink));
            }}
          />
          {links.map(({ label, address, copied: said }) => (
            <ActButton
              key={label}
              label={label}
              onClick={() => {
                act(() => copied(address(), said));
              }}
            />
          ))}
        </Group>
        {graphiql !== null && (
          <Group title={takeAlong.asQuery}>
            <a class="button" href={graphiql.address}>
              {takeAlong.graphiql}
            </a>
          </Group>
        )}
      </div>
      <OutcomeNote outcome={outcome} />
      {variables !== null && (
        <QueryPanel
          query={query}
          variables={variables}
          hasAllInAddress={graphiql?.hasVariables !== false}
          copy={(text, said) => {
            act(() => copied(text, said));
          }}
        />
      )}
    </section>
  );
}

async function copied(text: string, said: string): Promise<Outcome> {
  return (await copyText(text)) ? { kind: 'DONE', text: said } : { kind: 'BY_HAND', text };
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <h3>{title}</h3>
      <div class="take-along-buttons">{children}</div>
    </div>
  );
}

function ActButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {label}
    </button>
  );
}

type Act = (action: () => Promise<Outcome>) => void;

function TableButtons({ tables, act }: { readonly tables: () => Tables; readonly act: Act }) {
  const asked = useAnswer(frameAnswers, 'FRAME');
  const catalog = asked.status === 'READY' ? asked.data.catalog : undefined;
  return (
    <Group title={takeAlong.asTable}>
      <ActButton
        label={takeAlong.copyTable}
        onClick={() => {
          act(() => copiedTable(tablesOf(tables)));
        }}
      />
      {catalog !== undefined && (
        <ActButton
          label={takeAlong.excel}
          onClick={() => {
            act(() => savedWorkbook(tablesOf(tables), catalog));
          }}
        />
      )}
      <ActButton
        label={takeAlong.csv}
        onClick={() => {
          act(() => savedCsv(tablesOf(tables)));
        }}
      />
    </Group>
  );
}

/** The tables, also where making them throws. */
async function tablesOf(tables: () => Tables): Promise<readonly Table[]> {
  return tables();
}

const nothing: Outcome = { kind: 'DONE', text: takeAlong.nothing };

async function copiedTable(tables: Promise<readonly Table[]>): Promise<Outcome> {
  const types = ['text/html', 'text/plain'];
  const forms = tables.then(([table]) => ({
    'text/html': table === undefined ? '' : htmlOf(table),
    'text/plain': table === undefined ? '' : tsvOf(table),
  }));
  const isCopied = await copyForms(types, forms);
  const [table] = await tables;
  if (table === undefined || table.rows.length === 0) return nothing;
  if (!isCopied) return { kind: 'BY_HAND', text: tsvOf(table) };
  return { kind: 'DONE', text: takeAlong.copiedRows(table.rows.length) };
}

async function savedCsv(tables: Promise<readonly Table[]>): Promise<Outcome> {
  const [table, ...others] = await tables;
  if (table === undefined || table.rows.length === 0) return nothing;
  const name = fileName(currentTitle(), 'csv');
  saveFile(new Blob([csvOf(table)], { type: 'text/csv' }), name);
  const { length } = table.rows;
  const text =
    others.length === 0
      ? takeAlong.savedRows(name, length)
      : takeAlong.savedFirst(name, length, table.title, others.length);
  return { kind: 'DONE', text };
}

interface CatalogVersion {
  readonly name: string;
  readonly version: string;
  readonly revision: string;
}

async function savedWorkbook(asked: Promise<readonly Table[]>, catalog: CatalogVersion): Promise<Outcome> {
  const [tables, { workbookOf }] = await Promise.all([asked, import('./take-along/workbook.ts')]);
  const title = currentTitle();
  const name = fileName(title, 'xlsx');
  saveFile(await workbookOf(tables, { title, date: day(new Date()), catalog, address: window.location.href }), name);
  return {
    kind: 'DONE',
    text: takeAlong.savedRows(
      name,
      tables.reduce((sum, { rows }) => sum + rows.length, 0),
    ),
  };
}

interface PictureLinksProps {
  readonly kind: string;
  readonly parameters: readonly Parameter[];
  readonly act: Act;
}

/** Links, so that a picture can also be opened in another window, and its address be copied. */
function PictureLinks({ kind, parameters, act }: PictureLinksProps) {
  const forms: readonly (readonly [label: string, ending: string, more: Parameter])[] = [
    [takeAlong.svg, 'svg', ['theme', 'auto']],
    [takeAlong.png, 'png', ['scale', '2']],
  ];
  return (
    <Group title={takeAlong.asPicture}>
      {forms.map(([label, ending, more]) => {
        const address = serverAddress(withQuery(`picture/${kind}.${ending}`, [...parameters, more]));
        return (
          <a
            key={ending}
            class="button"
            href={address}
            onClick={(event) => {
              if (!isPlain(event)) return;
              event.preventDefault();
              act(() => savedPicture(address, ending));
            }}
          >
            {label}
          </a>
        );
      })}
    </Group>
  );
}

async function savedPicture(address: string, ending: string): Promise<Outcome> {
  const name = fileName(currentTitle(), ending);
  saveFile(await askFile(address), name);
  return { kind: 'DONE', text: takeAlong.saved(name) };
}
