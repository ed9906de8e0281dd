/**
 * Starts GraphiQL in the browser. A file of its own, so that the page needs no inline script.
 *
 * A query in the address opens as the first tab, before those that the page brings. Where somebody has been here before,
 * GraphiQL itself goes on with the tabs that it kept, and adds the query to them.
 */
export const graphiqlStart = `
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => 'graphiql/' + label + '.js',
};
const { tabs, ...options } = JSON.parse(document.getElementById('options').textContent);
const asked = new URLSearchParams(location.search).get('query');
const defaultTabs = asked === null ? tabs : [{ query: asked }, ...tabs.filter(({ query }) => query !== asked)];
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), { ...options, defaultTabs });
`;
