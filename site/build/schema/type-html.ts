import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  print,
  valueToLiteral,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { htmlText } from '../../../src/server/pages/html.ts';
import { rendered } from '../rendered.ts';
import type { SchemaLinks } from './schema-links.ts';

/** A type as HTML, without its name: what it is, and its fields with their arguments, or its values. */
export function typeHtml(type: GraphQLNamedType, links: SchemaLinks): string {
  return `${descriptionHtml(type.description, links)}
    ${relatedTypes(type, links)}
    ${members(type, links)}`;
}

/** A description, which is Markdown. */
export function descriptionHtml(description: string | undefined | null, links: SchemaLinks): string {
  return description === undefined || description === null ? '' : rendered(description, links).html;
}

function relatedTypes(type: GraphQLNamedType, links: SchemaLinks): string {
  const list = (label: string, types: readonly GraphQLNamedType[]) =>
    types.length === 0
      ? ''
      : `<p class="related">${label} ${types.map(({ name }) => typeLink(name, links)).join(', ')}.</p>`;
  if (isUnionType(type)) return list('One of', type.getTypes());
  return isObjectType(type) || isInterfaceType(type) ? list('Implements', type.getInterfaces()) : '';
}

function members(type: GraphQLNamedType, links: SchemaLinks): string {
  if (isEnumType(type)) {
    const values = type
      .getValues()
      .map(({ name, description, deprecationReason }) =>
        member(name, '', proseHtml(description, deprecationReason, links)),
      );
    return `<h2 id="all-values">Values</h2>${values.join('')}`;
  }
  if (isInputObjectType(type)) {
    const note = type.isOneOf ? '<p>Exactly one of these must be given.</p>' : '';
    const fields = Object.values(type.getFields()).map((field) =>
      member(field.name, inputType(field, links), proseHtml(field.description, field.deprecationReason, links)),
    );
    return `<h2 id="all-fields">Fields</h2>${note}${fields.join('')}`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields()).map((field) => fieldHtml(field, links));
  return `<h2 id="all-fields">Fields</h2>${fields.join('')}`;
}

function fieldHtml(field: GraphQLField<unknown, unknown>, links: SchemaLinks): string {
  const { name, args, description, deprecationReason } = field;
  const rows = args.map((argument) => {
    const prose = proseHtml(argument.description, argument.deprecationReason, links);
    const signature = `${argument.name}: ${inputType(argument, links)}`;
    return `<dt id="${name}-${argument.name}"><code>${signature}</code></dt><dd>${prose}</dd>`;
  });
  const list = rows.length === 0 ? '' : `<h4>Arguments</h4><dl>${rows.join('')}</dl>`;
  return member(
    name,
    typeReference(String(field.type), links),
    proseHtml(description, deprecationReason, links) + list,
  );
}

/**
 * A field or a value.
 *
 * @param type as HTML; '' if it has none.
 * @param html what is said about it.
 */
function member(name: string, type: string, html: string): string {
  const signature = type === '' ? '' : `<code class="of-type">${type}</code>`;
  return `<section class="member"><h3 id="${name}"><code>${name}</code> <a class="anchor" href="#${name}" aria-label="Link to ${name}">#</a></h3>${signature}${html}</section>`;
}

/** The description of a part of a type; before it, that it is deprecated, and why. */
function proseHtml(
  description: string | null | undefined,
  deprecationReason: string | null | undefined,
  links: SchemaLinks,
): string {
  const deprecated =
    deprecationReason === undefined || deprecationReason === null
      ? ''
      : `<div class="deprecated"><b>Deprecated.</b> ${descriptionHtml(deprecationReason, links)}</div>`;
  return deprecated + descriptionHtml(description, links);
}

/** With the default, e.g. "Int = 20". */
function inputType(input: GraphQLArgument | GraphQLInputField, links: SchemaLinks): string {
  const type = typeReference(String(input.type), links);
  const value = defaultOf(input);
  return value === undefined ? type : `${type} = ${htmlText(value)}`;
}

function defaultOf({ default: given, type }: GraphQLArgument | GraphQLInputField): string | undefined {
  if (given === undefined) return undefined;
  const literal = given.literal ?? valueToLiteral(given.value, type);
  return literal === undefined ? undefined : print(literal);
}

/** @param type as the schema writes it, e.g. "[Role!]!", in which Role becomes a link. */
function typeReference(type: string, links: SchemaLinks): string {
  return type.replace(/\w+/, (name) => typeLink(name, links));
}

function typeLink(name: string, links: SchemaLinks): string {
  const address = links.type(name);
  return address === undefined ? name : `<a href="${address}">${name}</a>`;
}
