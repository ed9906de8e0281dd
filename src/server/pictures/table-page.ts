import type { PictureFoot } from '../../drawing/frame.ts';
import type { PictureTable } from '../../drawing/picture.ts';
import { htmlPage, htmlText } from '../pages/html.ts';
import { plainPage } from '../pages/plain-page.ts';

/** Where the same is to be had in other forms, relative to the page. */
export interface TableLinks {
  readonly picture: string;
  readonly csv: string;
  /** The page that lists all pictures. */
  readonly pictures: string;
}

/** The table of a picture as a page: for people who do not see pictures, and for whoever wants to copy rows. */
export function tablePage({ title, columns, rows }: PictureTable, foot: PictureFoot, links?: TableLinks): string {
  const isNumber = columns.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  const kindOf = (column: number) => (isNumber[column] === true ? ' class="number"' : '');
  const headings = columns.map((name, column) => `<th scope="col"${kindOf(column)}>${htmlText(name)}</th>`);
  const body = rows.map(
    (row) =>
      `<tr>${row
        .map((value, column) =>
          column === 0
            ? `<th scope="row"${kindOf(0)}>${htmlText(textOf(value))}</th>`
            : `<td${kindOf(column)}>${htmlText(textOf(value))}</td>`,
        )
        .join('')}</tr>\n`,
  );
  const { catalog, version, revision, date, address } = foot;
  const source = [
    `${catalog} ${version}`,
    `revision ${revision.slice(0, 12)}`,
    ...[date, address].filter((text) => text !== null),
  ];
  return htmlPage({
    title: htmlText(title),
    head: `<style>${plainPage.style}</style>`,
    body: `<body>
    <main class="wide">
      <h1 id="title">${htmlText(title)}</h1>
      ${links === undefined ? '' : linkList(links)}
      <div class="scrolling" role="region" aria-labelledby="title" tabindex="0">
        <table aria-labelledby="title">
          <thead><tr>${headings.join('')}</tr></thead>
          <tbody>${body.join('')}</tbody>
        </table>
      </div>
      <p class="foot">${htmlText(source.join(' · '))}</p>
    </main>
  </body>`,
  });
}

function linkList({ picture, csv, pictures }: TableLinks): string {
  const link = (address: string, text: string) => `<a href="${htmlText(address)}">${text}</a>`;
  return `<p>${link(picture, 'The picture')} · ${link(csv, 'The table as CSV')} · ${link(pictures, 'All pictures')}</p>`;
}

function textOf(value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : value;
}
