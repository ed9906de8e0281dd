import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { htmlText } from '../../../src/server/pages/html.ts';
import { schemaPage } from '../navigation.ts';
import type { SitePage } from '../site-page.ts';
import { firstSentence } from './description-text.ts';
import { schemaList } from './schema-list.ts';
import { schemaLinks, typeAddress, type SchemaLinks } from './schema-links.ts';
import { typeHtml } from './type-html.ts';
import { typeGroups, type TypeGroup } from './type-kinds.ts';
import { membersOf } from './type-members.ts';
import { usesOfTypes, type Use } from './uses.ts';

/** How many uses of a type are shown before the others are folded. */
const mostUses = 12;

/** The reference of a schema: a list of its types, and a page for each. */
export function schemaPages(schema: GraphQLSchema): readonly SitePage[] {
  const groups = typeGroups(schema);
  const paged = new Set(groups.flatMap(({ types }) => types.map(({ name }) => name)));
  const uses = usesOfTypes(schema);
  const pages = groups.flatMap((group) =>
    group.types.map((type, index) => {
      const links = schemaLinks(schema, paged, typeAddress(type.name));
      return typePage(type, group, index, links, uses.get(type.name) ?? []);
    }),
  );
  return [schemaList(schema, groups, schemaLinks(schema, paged, schemaPage)), ...pages];
}

function typePage(
  type: GraphQLNamedType,
  { kind, title, id, types }: TypeGroup,
  index: number,
  links: SchemaLinks,
  uses: readonly Use[],
): SitePage {
  const { name } = type;
  const linkTo = (other: GraphQLNamedType | undefined) =>
    other && { address: typeAddress(other.name), title: other.name };
  return {
    address: typeAddress(name),
    title: name,
    description: firstSentence(type),
    html: `<p class="above"><a href="../${schemaPage}">The schema</a> › <a href="../${schemaPage}#${id}">${htmlText(title)}</a></p>
      <h1><code>${name}</code> <span class="kind">${kind}</span></h1>
      ${typeHtml(type, links)}
      ${usesHtml(uses, links)}`,
    headings: [
      ...membersOf(type).map((member) => ({ level: 2, id: member.name, text: member.name })),
      ...(uses.length === 0 ? [] : [{ level: 2, id: 'used-by', text: 'Used by' }]),
    ],
    place: schemaPage,
    previous: linkTo(types[index - 1]),
    next: linkTo(types[index + 1]),
  };
}

function usesHtml(uses: readonly Use[], links: SchemaLinks): string {
  if (uses.length === 0) return '';
  const items = uses.map((use) => `<li>${useLink(use, links)}</li>`);
  const more = items.slice(mostUses);
  const rest =
    more.length === 0
      ? ''
      : `<details><summary>${more.length} more</summary><ul class="uses">${more.join('')}</ul></details>`;
  return `<h2 id="used-by">Used by</h2><ul class="uses">${items.slice(0, mostUses).join('')}</ul>${rest}`;
}

function useLink({ type, field, argument }: Use, links: SchemaLinks): string {
  const address = links.type(type) ?? '';
  if (field === undefined) return `<a href="${address}"><code>${type}</code></a>`;
  if (argument === undefined) return `<a href="${address}#${field}"><code>${type}.${field}</code></a>`;
  return `<a href="${address}#${field}-${argument}"><code>${type}.${field}(${argument}:)</code></a>`;
}
