// @ts-check
/*
 * Queries about people. Their names are sent only in the body of a request, so no address may have them, and the history
 * does not list them. A tab keeps what was typed into it, in this browser alone, until it is closed.
 */

/** Where GraphiQL stores the queries that were run. */
const historyKey = 'graphiql:queries';

/**
 * Whether a query takes people, by the arguments for them.
 *
 * @param {string | null | undefined} query
 * @param {string | null} [variables]
 */
export function mentionsPeople(query, variables) {
  return /\b(?:staff|absent|leave|join|takeOver)\b/.test(`${query ?? ''} ${variables ?? ''}`);
}

/**
 * A storage that stores the history without queries about people, and everything else as it is.
 *
 * @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'>} storage
 */
export function withoutPeople(storage) {
  return {
    /** @param {string} key */
    getItem: (key) => storage.getItem(key),
    /** @param {string} key @param {string} value */
    setItem: (key, value) => {
      storage.setItem(key, key === historyKey ? historyWithoutPeople(value) : value);
    },
    /** @param {string} key */
    removeItem: (key) => {
      storage.removeItem(key);
    },
    clear: () => {
      storage.clear();
    },
    get length() {
      return storage.length;
    },
  };
}

/** @param {string} json as GraphiQL stores its history. */
function historyWithoutPeople(json) {
  /** @type {unknown} */
  const history = JSON.parse(json);
  if (typeof history !== 'object' || history === null || !('queries' in history) || !Array.isArray(history.queries)) {
    return json;
  }
  return JSON.stringify({ ...history, queries: history.queries.filter((item) => !isAboutPeople(item)) });
}

/** @param {unknown} item */
function isAboutPeople(item) {
  return mentionsPeople(JSON.stringify(item));
}
