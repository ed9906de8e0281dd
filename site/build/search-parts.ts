import type { GraphQLSchema } from 'graphql';
import type { DocumentPage } from './document-page.ts';
import { descriptionText } from './schema/description-text.ts';
import { typeAddress } from './schema/schema-links.ts';
import { typeGroups } from './schema/type-kinds.ts';
import { membersOf } from './schema/type-members.ts';
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
    types.flatMap((type) => {
      const address = typeAddress(type.name);
      const members = id === 'lists' ? [] : membersOf(type);
      return [
        { id: address, title: type.name, page: kind, text: descriptionText(type) },
        ...members.map((member) => ({
          id: `${address}#${member.name}`,
          title: member.name,
          page: `${member.kind} of ${type.name}`,
          text: descriptionText(member),
        })),
      ];
    }),
  );
}
