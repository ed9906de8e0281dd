import type { Catalog } from '../catalog.ts';
import { catalogOfFacts } from './catalog/catalog-of-facts.ts';
import { type Conversion, ConvertError, type ConvertOptions } from './conversion.ts';
import { convertFiles } from './convert-files.ts';
import { givenFiles } from './given-files.ts';

/** A catalog, and what was read for it. */
export interface ConvertedCatalog {
  readonly catalog: Catalog;
  readonly conversion: Conversion;
}

/**
 * Makes one catalog of files that people have, or of those of folders.
 *
 * @throws ConvertError if nothing is understood, or it is a team.
 */
export async function convertedCatalog(paths: readonly string[], options: ConvertOptions): Promise<ConvertedCatalog> {
  return neededCatalog(await convertFiles(await givenFiles(paths), options));
}

/** The catalog of a conversion, where a team is of no use. */
export function neededCatalog(conversion: Conversion): ConvertedCatalog {
  const converted = catalogOfConversion(conversion);
  if (converted !== undefined) return converted;
  throw new ConvertError(
    'This says who is in which team, and not what roles do: it becomes a team file. Write it with "rolegraph convert … --output team.yaml", and ask with --team team.yaml.',
  );
}

/** Undefined for a team. */
export function catalogOfConversion(conversion: Conversion): ConvertedCatalog | undefined {
  if (conversion.kind === 'TEAM') return undefined;
  const { catalog, leftOut } = catalogOfFacts(conversion.facts);
  return { catalog, conversion: { ...conversion, leftOut: conversion.leftOut.concat(leftOut) } };
}
