import { xmlText } from '../../text/xml-text.ts';
import type { NamedSheet } from './sheet.ts';

/*
 * How a workbook is printed or turned into a PDF: each sheet as wide as a page on its side, with its headings, its name and the
 * number of the page on each page. Otherwise, a table of ten columns is cut into strips of two or three.
 */

const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const page =
  '<pageSetup orientation="landscape" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

/** Adds to the XML of a sheet how it is printed. */
export function withPageSetup(xml: string): string {
  // The elements of a sheet have an order.
  return xml.replace('<sheetViews>', `${fit}<sheetViews>`).replace('</worksheet>', `${page}</worksheet>`);
}

/** Adds to the XML of a workbook that the headings of each sheet are on each of its pages. */
export function withHeadingsOnPages(xml: string, sheets: readonly Pick<NamedSheet, 'name'>[]): string {
  const names = sheets.map(
    ({ name }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(reference(name))}!$1:$1</definedName>`,
  );
  // A function, because "$1" stands for something else in a text.
  return xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}

/** The name of a sheet as formulas have it. */
function reference(name: string): string {
  return /^[A-Za-z]+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
