import type { Drawing, DrawingOptions, PictureTable } from '../../drawing/picture.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { AddressParameters } from '../address-values.ts';
import type { PictureParameter } from './picture-parameter.ts';

/** A picture of a catalog, before it has a form. */
export interface Picture {
  /** What is drawn, as plain data: equal data give equal drawings, so that a page can draw what it has received. */
  readonly data: unknown;
  readonly drawing: (options: DrawingOptions) => Steps<Drawing>;
  readonly table: () => PictureTable;
  /** The same in characters, for a terminal that is so many columns wide; only of kinds that have such a form. */
  readonly text?: (columns: number) => string;
}

/** A kind of pictures: what people are told about it, and how a request becomes a picture. */
export interface PictureKind {
  /** Its name in addresses, e.g. "upset". */
  readonly name: string;
  /** What people call it, e.g. "UpSet". */
  readonly title: string;
  /** The question that it answers, as a sentence. */
  readonly question: string;
  readonly parameters: readonly PictureParameter[];
  /** Whether pictures of this kind have a text for terminals. */
  readonly hasText: boolean;
  /**
   * The values of the parameters for a picture that shows what the kind is good for; undefined if the catalog has nothing for
   * it. Values of parameters that have a default are left out where the default is good.
   */
  readonly example: (graph: CatalogGraph) => Readonly<Record<string, string>> | undefined;
  /**
   * Makes a picture, in steps.
   *
   * @throws ArgumentError, before the first step or in the steps.
   */
  readonly picture: (graph: CatalogGraph, given: AddressParameters) => Steps<Picture>;
}

/** A kind of pictures as the sum of the functions of src/drawing. */
interface KindParts<Data> extends Omit<PictureKind, 'picture' | 'hasText'> {
  readonly data: (graph: CatalogGraph, given: AddressParameters) => Steps<Data>;
  /** In steps if it takes longer than a few milliseconds. */
  readonly drawing: (data: Data, options: DrawingOptions) => Drawing | Steps<Drawing>;
  readonly table: (data: Data) => PictureTable;
  readonly text?: (data: Data, columns: number) => string;
}

/** Makes a kind of pictures from its functions, whatever data they have between them. */
export function pictureKind<Data>({ data, drawing, table, text, ...described }: KindParts<Data>): PictureKind {
  return {
    ...described,
    hasText: text !== undefined,
    picture: (graph, given) =>
      pictureOf(data(graph, given), (made) => ({
        data: made,
        drawing: (options) => inSteps(drawing(made, options)),
        table: () => table(made),
        ...(text !== undefined && { text: (columns: number) => text(made, columns) }),
      })),
  };
}

function* pictureOf<Data>(data: Steps<Data>, picture: (made: Data) => Picture): Steps<Picture> {
  return picture(yield* data);
}

function* inSteps(drawing: Drawing | Steps<Drawing>): Steps<Drawing> {
  return 'next' in drawing ? yield* drawing : drawing;
}
