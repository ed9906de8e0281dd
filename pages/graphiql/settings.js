/*
 * Read by the editor while it loads, so this file comes before it. The editor's programming interface is offered as
 * `monaco`, which GraphiQL does not do by itself.
 */
self.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl: (_, label) => 'graphiql/' + label + '.js',
};
