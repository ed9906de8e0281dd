import type { Logger } from 'pino';
import { pictureAddress } from '../../exchange/pictures/picture-address.ts';
import { pictureFormats, svgFormat } from '../../exchange/pictures/picture-formats.ts';
import type { PictureKind } from '../../exchange/pictures/picture-kind.ts';
import { pictureKinds } from '../../exchange/pictures/picture-kinds.ts';
import type { PictureParameter } from '../../exchange/pictures/picture-parameter.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import type { Route } from '../http/exchange.ts';
import { catalogPageRoute } from './catalog-page.ts';
import { htmlPage, htmlText, iconSvg } from './html.ts';
import { pageRedirect } from './page-redirect.ts';
import { plainPage } from './plain-page.ts';

const { style, headersWith } = plainPage;

/** The page shows pictures of this server. */
const headers = headersWith({ 'img-src': "'self' data:" });

/** The page at /picture: every kind of picture, drawn of the current catalog, with its parameters and addresses. */
export function picturePageRoutes(served: ServedCatalog, logger: Logger): readonly (readonly [string, Route])[] {
  return [
    [
      '/picture',
      catalogPageRoute(served, logger, {
        headers,
        show: (graph) => pictureKinds.map((kind) => pictureSection(kind, graph)).join('\n'),
        page,
      }),
    ],
    ['/picture/', pageRedirect('../picture')],
  ];
}

/** The widths of the pictures, and the windows from which on a page has the room for them; narrow windows first. */
const widths = [
  { upTo: '26rem', width: 360 },
  { upTo: '48rem', width: 640 },
  { upTo: '72rem', width: 960 },
] as const;
const widest = 1_200;

function pictureSection(kind: PictureKind, graph: CatalogGraph): string {
  const example = kind.example(graph);
  return `<section id="${kind.name}">
        <h2>${htmlText(kind.title)}</h2>
        <p>${htmlText(kind.question)}</p>
        ${example === undefined ? '<p>This catalog has nothing to show for it.</p>' : exampleOf(kind, example, graph)}
        ${parameterTable(kind.parameters)}
      </section>`;
}

function exampleOf(kind: PictureKind, example: Readonly<Record<string, string>>, graph: CatalogGraph): string {
  const addressAt = (width: number) => htmlText(addressOf(kind, { ...example, width: String(width), theme: 'auto' }));
  const sources = widths.map(({ upTo, width }) => `<source media="(width < ${upTo})" srcset="${addressAt(width)}">`);
  const text = htmlText(`${kind.title} of ${graph.structure.name}`);
  const links = pictureFormats.map((format) => {
    const address = pictureAddress(kind, format, parametersOf(example)).slice(1);
    return `<li><a href="${htmlText(address)}">${htmlText(address)}</a></li>`;
  });
  return `<figure><a href="${addressAt(widest)}"><picture>${sources.join('')}<img src="${addressAt(widest)}" alt="${text}" loading="lazy"></picture></a>
          <figcaption><a href="${addressAt(widest)}">The whole picture</a></figcaption></figure>
        <ul class="links">${links.join('')}</ul>`;
}

function addressOf(kind: PictureKind, parameters: Readonly<Record<string, string>>): string {
  // Relative to the page: a proxy may serve everything under a path of its own.
  return pictureAddress(kind, svgFormat, parametersOf(parameters)).slice(1);
}

function parametersOf(values: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(values).map(([name, value]) => [name, [value]]));
}

function parameterTable(parameters: readonly PictureParameter[]): string {
  const rows = parameters.map(
    ({ name, description, takes, byDefault }) =>
      `<tr><th scope="row">${name}</th><td>${htmlText(sentenceOf(description))} Takes ${htmlText(takes)}.</td>` +
      `<td>${byDefault === null ? 'must be given' : htmlText(byDefault)}</td></tr>`,
  );
  return `<div class="scrolling"><table>
          <thead><tr><th scope="col">Parameter</th><th scope="col">What it decides</th><th scope="col">Without it</th></tr></thead>
          <tbody>${rows.join('')}</tbody>
        </table></div>`;
}

function sentenceOf(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}

/** What every kind takes, which depends on the format. */
function formatSection(): string {
  const items = pictureFormats.map(
    ({ ending, name, use, parameters }) =>
      `<li><b>.${ending}</b>: ${name}, ${htmlText(use)}. Also takes ${parameters.map((each) => each.name).join(', ')}.</li>`,
  );
  const all = pictureFormats.flatMap(({ parameters }) => parameters);
  // Where two formats take different values, the first one takes more.
  const distinct = all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
  return `<h2 id="formats">Formats</h2>
      <ul class="links">${items.join('')}</ul>
      ${parameterTable(distinct)}`;
}

const embedding = `<h2>Show a picture in a wiki</h2>
      <p>Copy the address of a picture, and put it into the page as an image. It always shows the catalog that is served.</p>
      <pre>&lt;img src="http://…/picture/board.svg?width=900" alt="Our roles" width="900"&gt;</pre>
      <p>If a tool looks at the end of an address, parameters can be parts of the path: <i>picture/width=900/board.png</i>.</p>`;

const page = (pictures: string): string =>
  htmlPage({
    title: 'Pictures of the catalog',
    head: `<style>${style}</style>`,
    body: `<body>
    <main class="wide">
      <header>${iconSvg}<div><h1>Pictures of the catalog</h1><p>Each has an address, and can be shown in any page.</p></div></header>
      <nav aria-label="Pictures"><ul class="inline">${pictureKinds.map(({ name, title }) => `<li><a href="#${name}">${htmlText(title)}</a></li>`).join('')}</ul></nav>
      ${pictures}
      ${formatSection()}
      ${embedding}
      <p><a href="graph">Files of the graph for other tools</a> · <a href="docs/pictures">Documentation</a> · <a href="./">Back to the first page</a></p>
    </main>
  </body>`,
  });
