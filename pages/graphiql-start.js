/*
 * Starts GraphiQL in the browser. It is a file of its own, so that the page needs no inline script.
 *
 * A query in the address opens as the first tab, before those that the page brings. If the reader has been here before,
 * GraphiQL continues with the tabs that it stored, and adds the query to them.
 */
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => 'graphiql/' + label + '.js',
};
const { tabs, ...options } = JSON.parse(document.getElementById('options').textContent);
const asked = new URLSearchParams(location.search).get('query');
const defaultTabs = asked === null ? tabs : [{ query: asked }, ...tabs.filter(({ query }) => query !== asked)];
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), { ...options, defaultTabs });
