import { stringify } from 'yaml';
import type { Catalog } from '../catalog.ts';

/** A catalog as YAML. */
export function catalogYaml(catalog: Catalog): string {
  return stringify(catalog);
}
