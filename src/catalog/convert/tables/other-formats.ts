interface OtherFormat {
  readonly what: string;
  readonly advice: string;
}

const asWorkbook = 'Save it as an Excel workbook (.xlsx) or as CSV, and convert that.';

/** How formats that cannot be read begin, in Latin-1. */
const beginnings: readonly (OtherFormat & { readonly begins: string })[] = [
  {
    begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    what: 'an old Excel file (.xls), or one with a password',
    advice: asWorkbook,
  },
  {
    begins: '%PDF-',
    what: 'a PDF',
    advice: 'Take the table from the document that it was made of, as .xlsx, CSV or Markdown.',
  },
  { begins: 'PK\x03\x04', what: 'a ZIP file, and no workbook (.xlsx)', advice: asWorkbook },
  { begins: '{\\rtf', what: 'a document in RTF', advice: asWorkbook },
  { begins: '\x89PNG', what: 'a picture', advice: 'Type the table into a sheet, and convert that.' },
  { begins: '\xff\xd8\xff', what: 'a picture', advice: 'Type the table into a sheet, and convert that.' },
];

/** What a file is that is known and cannot be read, with what to do; undefined for any other. */
export function otherFormat(bytes: Uint8Array): OtherFormat | undefined {
  const beginning = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const format = beginnings.find(({ begins }) => beginning.startsWith(begins));
  if (format?.begins !== 'PK\x03\x04') return format;
  // OpenDocument has its media type at the start (https://docs.oasis-open.org/office/OpenDocument/v1.3/).
  if (beginning.includes('opendocument.spreadsheet'))
    return { what: 'a spreadsheet of LibreOffice (.ods)', advice: asWorkbook };
  if (beginning.includes('opendocument')) return { what: 'a document of LibreOffice', advice: asWorkbook };
  return format;
}
