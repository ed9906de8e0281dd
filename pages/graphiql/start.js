/*
 * Starts GraphiQL in the browser. It is a file of its own, so that the page needs no inline script.
 */
import { askedIn, searchFor } from './address.js';
import { compactJson } from './compact-json.js';
import { withoutPeople } from './people.js';
import { openingTabs, storedExamples, storedTabs } from './tabs.js';

/** Where GraphiQL stores its tabs and the panel that is open, and where we store the examples of the last visit. */
const tabsKey = 'graphiql:tabState';
const panelKey = 'graphiql:visiblePlugin';
const toolsKey = 'graphiql:secondaryEditorFlex';
const examplesKey = 'graphiql:rolegraphExamples';

/** Below this width, a panel would leave no room for query and answer. */
const narrow = matchMedia('(width < 900px)');

/** The storage of the browser, or null where people or their settings block it. */
function browserStorage() {
  try {
    localStorage.getItem(tabsKey);
    return localStorage;
  } catch {
    return null;
  }
}

/** A storage that lasts as long as the page, with what GraphiQL uses of one. */
function pageStorage() {
  const values = new Map();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
    get length() {
      return values.size;
    },
  };
}

const { tabs: examples, visiblePlugin, ...options } = JSON.parse(document.getElementById('options').textContent);
const lasting = browserStorage();
const storage = withoutPeople(lasting ?? pageStorage());
const asked = askedIn(location.search);
const state = openingTabs({
  stored: storedTabs(storage.getItem(tabsKey)),
  given: storedExamples(storage.getItem(examplesKey)),
  examples,
  asked,
});
const active = state.tabs[state.activeTabIndex];

function store(key, value) {
  try {
    storage.setItem(key, value);
  } catch {
    // The storage is full: the next visit begins as this one does.
  }
}
store(tabsKey, JSON.stringify(state));
store(examplesKey, JSON.stringify(examples));
if (narrow.matches) storage.removeItem(panelKey);
if (asked?.variables) storage.removeItem(toolsKey);

/** Keeps the address a link to the tab that is shown. */
function onTabChange({ tabs, activeTabIndex }) {
  const search = tabs[activeTabIndex] === undefined ? '' : searchFor(tabs[activeTabIndex]);
  if (search !== location.search) history.replaceState(null, '', location.pathname + search);
}

/** Closes the panel that is open when the window becomes too narrow for it. */
narrow.addEventListener('change', () => {
  if (narrow.matches) document.querySelector('.graphiql-sidebar button[aria-label^="Hide "]')?.click();
});

/** Prints answers compactly. */
function compact(model) {
  const text = model.getValue();
  let printed;
  try {
    printed = compactJson(JSON.parse(text));
  } catch {
    return;
  }
  if (printed !== text) model.setValue(printed);
}

monaco.editor.onDidCreateModel((model) => {
  if (model.uri.path.endsWith('response.json')) model.onDidChangeContent(() => queueMicrotask(() => compact(model)));
});

/** Somewhat smaller than GraphiQL's own, so that queries and answers fit next to the documentation, or on a phone. */
monaco.editor.onDidCreateEditor((editor) => {
  editor.updateOptions({ fontSize: 13, lineHeight: 19, wrappingIndent: 'indent' });
  if (narrow.matches) editor.updateOptions({ wordWrap: 'on', lineNumbers: 'off', folding: false });
});

/** Puts the cursor into an operation of the query, so that Ctrl-Enter runs it. @returns whether there is one of that name. */
function showOperation(editor, name) {
  const model = editor.getModel();
  if (model?.uri.path.endsWith('operation.graphql') !== true) return false;
  const [match] = model.findMatches(
    `\\b(query|mutation|subscription)\\s+${name}\\b`,
    false,
    true,
    true,
    null,
    false,
    1,
  );
  if (match === undefined) return false;
  editor.setPosition(match.range.getStartPosition());
  editor.revealLine(match.range.startLineNumber);
  return true;
}

if (asked?.operationName && /^\w+$/.test(asked.operationName)) {
  const creation = monaco.editor.onDidCreateEditor((editor) => {
    // The editor gets its query after it was created.
    setTimeout(() => {
      if (showOperation(editor, asked.operationName)) creation.dispose();
    });
  });
}

/** Says how to go on if the server does not know who asks. At the address of this page, it or a proxy asks for a sign-in. */
function showSignIn(isShown) {
  const note = document.getElementById('sign-in');
  note.hidden = !isShown;
  note.querySelector('button').onclick = () => location.reload();
}

const sendRequest = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const response = await sendRequest(...request);
  showSignIn(response.status === 401);
  return response;
};

YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  ...options,
  storage,
  defaultTabs: state.tabs,
  // By these, GraphiQL finds the stored tab to show.
  initialQuery: active.query ?? '',
  initialVariables: active.variables ?? '',
  defaultEditorToolsVisibility: active.variables ? 'variables' : false,
  ...(!narrow.matches && { visiblePlugin }),
  onTabChange,
  // Ours, instead of one that puts the query alone into the address.
  onEditQuery: () => undefined,
});
