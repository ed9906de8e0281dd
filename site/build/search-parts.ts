import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { DocumentPage } from './document-page.ts';
import { plainText } from './plain-text.ts';
import { rendered } from './rendered.ts';
import { noLinks, typeAddress } from './schema/schema-links.ts';
import { typeGroups } from './schema/type-kinds.ts';
import type { FoundPart } from './site-page.ts';

/** The sections of pages, as they are found. */
export function partsOfDocuments(pages: readonly DocumentPage[]): readonly FoundPart[] {
  return pages.flatMap(({ name, title, sections }) =>
    sections.map(({ heading, text }) =>
      heading === undefined || heading.level === 1
        ? { id: heading === undefined ? `${name}#` : name, title, page: '', text }
        : { id: `${name}#${heading.id}`, title: heading.text, page: title, text },
    ),
  );
}

/** Types, fields and values. Fields of pages of lists, which are the same in all of them, are left out. */
export function partsOfSchema(schema: GraphQLSchema): readonly FoundPart[] {
  return typeGroups(schema).flatMap(({ id, kind, types }) =>
    types.flatMap((type) => [
      { id: typeAddress(type.name), title: type.name, page: kind, text: textOf(type.description) },
      ...(id === 'lists' ? [] : membersOf(type)),
    ]),
  );
}

function membersOf(type: GraphQLNamedType): readonly FoundPart[] {
  const part = (name: string, kind: string, description: string | null | undefined) => ({
    id: `${typeAddress(type.name)}#${name}`,
    title: name,
    page: `${kind} of ${type.name}`,
    text: textOf(description),
  });
  if (isEnumType(type)) return type.getValues().map(({ name, description }) => part(name, 'value', description));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(({ name, description }) => part(name, 'field', description));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(({ name, description }) => part(name, 'field', description));
}

function textOf(description: string | null | undefined): string {
  return plainText(rendered(description ?? '', noLinks).html);
}
