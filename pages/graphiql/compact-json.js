// @ts-check
/*
 * JSON as the documentation prints it: what fits on a line is on one line. GraphiQL gives every brace and every value a
 * line, so that an answer with six names takes a page.
 */

/** The most columns of an object or list on one line, with its indentation. */
const mostColumns = 140;

/** The levels of an answer that always have lines of their own: `data`, and the fields of the query. */
const openLevels = 3;

/**
 * @param {unknown} value any value of JSON.
 * @param {string} [indentation] of the line on which the value begins.
 * @returns {string}
 */
export function compactJson(value, indentation = '') {
  const short = oneLine(value);
  if (typeof value !== 'object' || value === null) return short;
  const isOpen = indentation.length < 2 * openLevels && short !== '{}' && short !== '[]';
  if (!isOpen && !hasSeveralObjects(value) && indentation.length + short.length <= mostColumns) return short;
  const inner = `${indentation}  `;
  const isList = Array.isArray(value);
  const lines = isList
    ? value.map((item) => `${inner}${compactJson(item, inner)}`)
    : Object.entries(value).map(([name, item]) => `${inner}${JSON.stringify(name)}: ${compactJson(item, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indentation}${close}`;
}

/**
 * Whether there is a list of several objects in a value; each of them gets a line.
 *
 * @param {unknown} value
 * @returns {boolean}
 */
function hasSeveralObjects(value) {
  if (typeof value !== 'object' || value === null) return false;
  const isList = Array.isArray(value) && value.length > 1 && typeof value[0] === 'object';
  return isList || Object.values(value).some(hasSeveralObjects);
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function oneLine(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const fields = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${oneLine(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
