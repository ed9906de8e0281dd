import type { Theme } from '../../drawing/svg/color-rules.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';
import { onlyValue, type AddressParameters } from '../address-values.ts';
import { choiceParameter, switchParameter, wholeNumberParameter, type PictureParameter } from './picture-parameter.ts';

const leastWidth = 320;
const mostWidth = 4_000;
/** As wide as the text of most pages on a screen allows. */
const usualWidth = 1_200;
const mostScale = 4;

const themes = ['light', 'dark', 'auto'] as const;

const width = wholeNumberParameter(
  { name: 'width', description: 'how wide the picture is, in pixels; its height follows', byDefault: '1200' },
  { least: leastWidth, most: mostWidth },
);
const scale = wholeNumberParameter(
  {
    name: 'scale',
    description: 'pixels of the file for each pixel of the picture: 2 for print and sharp screens',
    byDefault: '1',
  },
  { least: 1, most: mostScale },
);
const theme = choiceParameter(
  {
    name: 'theme',
    description: 'light or dark colors; auto, which PNG does not have, follows the setting of whoever looks at it',
    byDefault: 'light',
  },
  themes,
);
const themeOfPng = choiceParameter({ name: 'theme', description: 'light or dark colors', byDefault: 'light' }, [
  'light',
  'dark',
]);
const lang = choiceParameter(
  {
    name: 'lang',
    description: 'the language of the words around the names; English is the only one at present',
    byDefault: 'en',
  },
  ['en'],
);
const bom = switchParameter({
  name: 'bom',
  description: 'whether the text begins with a byte order mark, which Excel needs to read it as UTF-8',
  byDefault: 'false',
});

/** A form in which a picture is given. */
export interface PictureFormat {
  /** The end of the address and of the file's name, without the dot. */
  readonly ending: 'svg' | 'png' | 'csv' | 'html' | 'json';
  readonly mediaType: string;
  readonly name: string;
  /** What it is good for, as a phrase. */
  readonly use: string;
  /** What it takes besides the parameters of a kind. */
  readonly parameters: readonly PictureParameter[];
}

export const svgFormat: PictureFormat = {
  ending: 'svg',
  mediaType: 'image/svg+xml; charset=utf-8',
  name: 'SVG',
  use: 'for pages, wikis and print: sharp at any size',
  parameters: [width, theme, lang],
};

const pngFormat: PictureFormat = {
  ending: 'png',
  mediaType: 'image/png',
  name: 'PNG',
  use: 'for documents, mails and chats that take no SVG',
  parameters: [width, scale, themeOfPng, lang],
};

export const csvFormat: PictureFormat = {
  ending: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  name: 'CSV',
  use: 'the same as a table, for a spreadsheet',
  parameters: [bom, lang],
};

const htmlFormat: PictureFormat = {
  ending: 'html',
  mediaType: 'text/html; charset=utf-8',
  name: 'HTML',
  use: 'the same as a table, to read, also for people who do not see pictures',
  parameters: [lang],
};

const jsonFormat: PictureFormat = {
  ending: 'json',
  mediaType: 'application/json; charset=utf-8',
  name: 'JSON',
  use: 'the data of the picture, for pages and programs that draw it themselves',
  parameters: [lang],
};

/** In the order in which people are shown them. */
export const pictureFormats: readonly PictureFormat[] = [svgFormat, pngFormat, csvFormat, htmlFormat, jsonFormat];

/** What an address says about the form of a picture. */
export interface PictureOptions {
  /** In pixels, 320 to 4,000. */
  readonly width: number;
  readonly theme: Theme;
  /** 1 to 4. */
  readonly scale: number;
  readonly bom: boolean;
}

const themeNames = { light: 'LIGHT', dark: 'DARK', auto: 'AUTO' } as const;

/** @throws ArgumentError for a value that the format does not take. */
export function pictureOptions({ ending }: PictureFormat, given: AddressParameters): PictureOptions {
  const language = onlyValue(given, 'lang');
  if (language !== undefined && language.toLowerCase() !== 'en') {
    throw new ArgumentError(
      'lang',
      `lang is ${quoted(language)}; English is the only language of pictures at present: en.`,
    );
  }
  return {
    width: inRange('width', width.read(given) ?? usualWidth, leastWidth, mostWidth),
    theme: themeNames[(ending === 'png' ? themeOfPng : theme).read(given) ?? 'light'],
    scale: inRange('scale', scale.read(given) ?? 1, 1, mostScale),
    bom: bom.read(given) ?? false,
  };
}

function inRange(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  const range = `${grouped(least)} and ${grouped(most)}`;
  throw new ArgumentError(name, `${name} is ${grouped(value)}; it must be between ${range}.`);
}
