import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { htmlText } from '../../../src/server/pages/html.ts';
import { serverAddressFrom } from '../link.ts';
import { schemaPage, schemaTitle } from '../navigation.ts';
import type { SitePage } from '../site-page.ts';
import { firstSentence } from './description-text.ts';
import type { SchemaLinks } from './schema-links.ts';
import { descriptionHtml } from './type-html.ts';
import type { TypeGroup } from './type-kinds.ts';

const description = 'Every type, field and argument of the GraphQL API, with where each is used.';

/** The page at /docs/schema: what can be asked, and all types. */
export function schemaList(schema: GraphQLSchema, groups: readonly TypeGroup[], links: SchemaLinks): SitePage {
  const file = htmlText(serverAddressFrom(schemaPage, 'schema.graphql'));
  const graphql = htmlText(serverAddressFrom(schemaPage, 'graphql'));
  const query = schema.getQueryType();
  const questions = Object.values(query?.getFields() ?? {}).map((field) =>
    entry(`${links.type(query?.name ?? '') ?? ''}#${field.name}`, field.name, firstSentence(field)),
  );
  const sections = groups.map(
    ({ id, title, types }) =>
      `<h2 id="${id}">${htmlText(title)}</h2><ul class="entries">${types.map(typeEntry).join('')}</ul>`,
  );
  return {
    address: schemaPage,
    title: schemaTitle,
    description,
    html: `<h1>${schemaTitle}</h1>
      <p class="lead">${description} Send queries to <a href="${graphql}">/graphql</a>; programs read the schema from <a href="${file}" download>schema.graphql</a>.</p>
      ${descriptionHtml(schema.description, links)}
      <h2 id="questions">What you can ask</h2><ul class="entries">${questions.join('')}</ul>
      ${sections.join('\n')}`,
    headings: [
      { level: 2, id: 'questions', text: 'What you can ask' },
      ...groups.map(({ id, title }) => ({ level: 2, id, text: title })),
    ],
    place: schemaPage,
  };

  function typeEntry(type: GraphQLNamedType): string {
    return entry(links.type(type.name) ?? '', type.name, firstSentence(type));
  }
}

function entry(address: string, name: string, sentence: string): string {
  return `<li><a href="${htmlText(address)}"><code>${name}</code></a> <span>${htmlText(sentence)}</span></li>`;
}
