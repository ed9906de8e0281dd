import type { Item } from './catalog-items.ts';

/**
 * What identifies an item in its list: its slug; "<owner>/<slug>" of a category; role, category, source and line of an
 * appearance. Undefined if one of them is missing or invalid.
 */
export function itemKey({ list, fields }: Item): string | undefined {
  if (list === 'appearances') {
    const { role, category, source: { source, line } = {} } = fields;
    const isWhole = role !== undefined && category !== undefined && source !== undefined && line !== undefined;
    return isWhole ? `${category}/${role}/${source}-${line}` : undefined;
  }
  const { slug } = fields;
  if (list !== 'categories' || slug === undefined) return slug;
  const owner = fields.pillar ?? fields.organizationTypes?.[0];
  return owner === undefined ? undefined : `${owner}/${slug}`;
}
