import { ArgumentError } from '../../graph/argument-error.ts';
import { inWords } from '../../text/in-words.ts';
import { suggestion } from '../../text/nearest-text.ts';
import { quoted } from '../../text/quoted-text.ts';
import { addressParts, inQuery } from '../address-parts.ts';
import { refuseEmptyValues, type AddressParameters } from '../address-values.ts';
import { pictureFormats, pictureOptions, type PictureFormat, type PictureOptions } from './picture-formats.ts';
import type { PictureKind } from './picture-kind.ts';

/*
 * Addresses of pictures: /picture/<kind>.<ending>?width=900&…, or with parameters in the path, for tools that look at the end
 * of an address: /picture/width=900/board.png.
 */

/** What an address, or the options of the command, ask for. */
export interface AskedPicture {
  readonly kind: PictureKind;
  readonly format: PictureFormat;
  readonly options: PictureOptions;
  /** All that are given, those of the kind and those of the format. */
  readonly parameters: AddressParameters;
}

/** The name and the parameters of an address that may be one of a picture. */
export interface SplitPictureAddress {
  readonly name: string;
  readonly ending: string;
  readonly parameters: AddressParameters;
}

/**
 * Splits an address.
 *
 * @param path percent-encoded, e.g. "/picture/board.svg".
 * @throws ArgumentError for a path that does not end with the name and the format of a picture.
 */
export function splitPictureAddress(path: string, query: string): SplitPictureAddress {
  const { last, parameters } = addressParts(path, query, '/picture/width=900/board.png');
  const [, name, ending] = /^([^.]+)\.(.+)$/.exec(last) ?? [];
  if (name !== undefined && ending !== undefined) return { name, ending, parameters };
  const message = `The address ends with ${quoted(last)}; it must end with a picture and its format, e.g. board.svg.`;
  throw new ArgumentError('path', message);
}

/** @throws ArgumentError naming what is wrong, with what is allowed. */
export function askedPicture(
  { name, ending, parameters }: SplitPictureAddress,
  kinds: readonly PictureKind[],
): AskedPicture {
  const kind = kinds.find((each) => each.name === name.toLowerCase());
  if (kind === undefined) {
    const names = kinds.map((each) => each.name);
    const message = `There is no picture ${quoted(name)}${suggestion(name, names)}. Available: ${names.join(', ')}.`;
    throw new ArgumentError('kind', message);
  }
  const format = pictureFormats.find((each) => each.ending === ending.toLowerCase());
  if (format === undefined) {
    const endings = pictureFormats.map((each) => each.ending);
    const message = `There is no format ${quoted(ending)} of pictures${suggestion(ending, endings)}. Available: ${inWords(endings)}.`;
    throw new ArgumentError('format', message);
  }
  const allowed = [...kind.parameters, ...format.parameters].map((each) => each.name);
  const unknown = parameters.keys().find((each) => !allowed.includes(each));
  if (unknown !== undefined) throw unknownParameter(unknown, allowed, { kind, format, kinds });
  refuseEmptyValues(parameters);
  return { kind, format, options: pictureOptions(format, parameters), parameters };
}

function unknownParameter(
  name: string,
  allowed: readonly string[],
  { kind, format, kinds }: Pick<AskedPicture, 'kind' | 'format'> & { readonly kinds: readonly PictureKind[] },
): ArgumentError {
  const isOfOther = [...kinds, ...pictureFormats].some(({ parameters }) =>
    parameters.some((each) => each.name === name),
  );
  const what = isOfOther
    ? `${kind.name}.${format.ending} has no parameter ${name}`
    : `There is no parameter ${quoted(name)}${suggestion(name, allowed)}`;
  return new ArgumentError(name, `${what}. Available: ${allowed.join(', ')}.`);
}

/**
 * The address of a picture, with its parameters in the order in which people are shown them.
 *
 * @returns the path on the server with the query, e.g. "/picture/upset.svg?kind=CATEGORY&width=900".
 */
export function pictureAddress(kind: PictureKind, format: PictureFormat, parameters: AddressParameters): string {
  const query = [...kind.parameters, ...format.parameters].flatMap(({ name }) =>
    (parameters.get(name) ?? []).map((value) => `${name}=${inQuery(value)}`),
  );
  return `/picture/${kind.name}.${format.ending}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
