import { basename } from 'node:path';
import { itemAt } from '../../../collections/item-at.ts';
import { counted } from '../../../text/in-words.ts';
import type { Conversion, GivenFile, LeftOut } from '../conversion.ts';
import type { FactDuty, FactRole, Statement } from '../facts.ts';
import { listAt, textAt, valueAt } from '../structured-data.ts';

interface Element {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Reads the export of the NICE Workforce Framework of NIST's reference tool (CPRT: elements and relationships between them, see
 * https://csrc.nist.gov/projects/cprt): its work roles with their tasks, by the categories of work roles.
 *
 * @returns undefined for any other data.
 */
export function niceFramework(file: GivenFile, data: unknown): Conversion | undefined {
  const root = [data, valueAt(data, 'response', 'elements'), valueAt(data, 'elements')].find(
    (each) => listAt(each, 'elements').length > 0 && listAt(each, 'relationships').length > 0,
  );
  if (root === undefined) return undefined;
  const elements = listAt(root, 'elements').map((each): Element => {
    const type = textAt(each, 'element_type').toLowerCase();
    return { type, id: textAt(each, 'element_identifier'), title: textAt(each, 'title'), text: textAt(each, 'text') };
  });
  const byId = new Map(elements.map((element) => [element.id, element]));
  // Of elements with one identifier, the last counts.
  const roles = [...byId.values()].filter(({ type }) => isRole(type));
  if (roles.length === 0) return undefined;
  const neighbours = neighboursOf(listAt(root, 'relationships'));
  const statements: Statement[] = [];
  const leftOut: LeftOut[] = [];
  const tasks = new Map<string, FactDuty>();
  const facts: FactRole[] = [];
  const part = basename(file.path);
  for (const role of roles) {
    const title = role.title === '' ? role.text : role.title;
    const linked = (neighbours.get(role.id) ?? []).flatMap((id) => byId.get(id) ?? []);
    const category = linked.find(({ type }) => isCategory(type)) ?? byId.get(role.id.replace(/-.*$/, ''));
    const own = linked.filter(({ type }) => type === 'task');
    facts.push({ name: title, externalId: role.id, summary: role.title === '' ? undefined : role.text });
    if (own.length === 0)
      leftOut.push({ part, text: title, why: 'a work role without tasks: only its title is taken' });
    for (const task of own) tasks.set(task.id, { name: nameOf(task), externalId: task.id });
    const group = category === undefined ? undefined : category.title === '' ? category.text : category.title;
    for (const task of own.length === 0 ? [undefined] : own) {
      statements.push({
        role: title,
        group,
        duties: task === undefined ? [] : [{ name: nameOf(task), involvement: ['RESPONSIBLE'] }],
        place: {
          source: 0,
          anchor: task === undefined ? role.id : `${role.id}/${task.id}`,
          quote: task === undefined ? title : nameOf(task),
        },
      });
    }
  }
  const dangling = listAt(root, 'relationships').filter((each) => endsOf(each).some((id) => !byId.has(id)));
  if (dangling.length > 0) {
    leftOut.push({
      part,
      text: counted(dangling.length, 'relationship'),
      why: 'relationships of elements that are not there',
    });
  }
  const unlinked = [...byId.values()].filter(({ type, id }) => type === 'task' && !tasks.has(id));
  if (unlinked.length > 0) {
    leftOut.push({ part, text: counted(unlinked.length, 'task'), why: 'tasks that no work role has' });
  }
  const repeated = elements.length - byId.size;
  if (repeated > 0) {
    leftOut.push({ part, text: counted(repeated, 'element'), why: 'elements with the identifier of another one' });
  }
  const others = Map.groupBy(
    elements.filter(({ type }) => !isRole(type) && type !== 'task' && !isCategory(type)),
    ({ type }) => type,
  );
  for (const [type, ofType] of others) {
    leftOut.push({
      part,
      text: counted(ofType.length, 'element'),
      why: `elements of the type ${type === '' ? 'without a name' : type}`,
    });
  }
  return {
    kind: 'CATALOG',
    facts: {
      name: textAt(itemAt([...listAt(root, 'documents'), {}], 0), 'name') || part.replace(/\.[^.]*$/, ''),
      sources: [{ title: part.replace(/\.[^.]*$/, ''), document: part }],
      groupKind: 'PILLAR',
      groups: [],
      roles: facts,
      duties: [...tasks.values()],
      statements,
    },
    understood: [
      {
        part,
        as: 'the NICE Workforce Framework, as NIST exports it',
        columns: [
          { heading: 'work roles', as: 'roles, with their codes' },
          { heading: 'work role categories', as: 'pillars' },
          { heading: 'tasks', as: 'responsibilities, with their codes' },
        ],
        taken: statements.length,
        unit: 'entry',
        remarks: [],
      },
    ],
    leftOut,
  };
}

function isRole(type: string): boolean {
  return type === 'work_role' || type === 'workrole';
}

function isCategory(type: string): boolean {
  return type === 'category' || type === 'work_role_category';
}

function nameOf({ title, text }: Element): string {
  return text === '' ? title : text;
}

function endsOf(relationship: unknown): readonly [string, string] {
  return [textAt(relationship, 'source_element_identifier'), textAt(relationship, 'dest_element_identifier')];
}

/** The elements that each element is related to, in either direction. */
function neighboursOf(relationships: readonly unknown[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = found.get(from);
    if (known === undefined) found.set(from, [to]);
    else known.push(to);
  };
  for (const each of relationships) {
    const [source, target] = endsOf(each);
    add(source, target);
    add(target, source);
  }
  return found;
}
