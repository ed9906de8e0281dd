import type { GroupKind } from '../facts.ts';
import type { OutlinePart } from './outline.ts';

/** Headings that name no group, e.g. "Roles and responsibilities". */
const noGroup =
  /^(?:(?:our|the|all|key|core|main|unsere|nos|nuestros)\s+)*(?:roles?|rollen|stellen|positions|postes|puestos|job descriptions?|role descriptions?|rollenbeschreibungen|fiches? de poste|who does what|wer macht was)\b/i;
const organization =
  /\b(?:teams?|departments?|dept|squads?|tribes?|division|unit|office|group|abteilung|gruppe|equipe|équipe|service|departamento|equipo)\b/i;

/** The headings above a part, outermost first, without that of the part. */
export function headingsAbove(part: OutlinePart): readonly OutlinePart[] {
  const above: OutlinePart[] = [];
  for (let next = part.parent; next !== undefined; next = next.parent) if (next.line !== undefined) above.unshift(next);
  return above;
}

/** The groups that headings name: the title of the whole document and headings such as "Roles" name none. */
export function groupHeadings(paths: readonly (readonly OutlinePart[])[]): readonly (readonly OutlinePart[])[] {
  const [first] = paths[0] ?? [];
  const isTitle = first?.parent?.parts.length === 1 && paths.every(([outermost]) => outermost === first);
  return paths.map((path) =>
    path.slice(isTitle ? 1 : 0).filter(({ title, kind }) => kind !== 'role' && !noGroup.test(title)),
  );
}

/** What groups are by their names: areas, unless most are called teams or departments. */
export function groupKindOf(names: readonly string[]): GroupKind {
  return names.filter((name) => organization.test(name)).length * 2 > names.length ? 'ORGANIZATION_TYPE' : 'PILLAR';
}
