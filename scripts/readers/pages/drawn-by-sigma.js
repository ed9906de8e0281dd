/** Draws a file with sigma, which throws for a node without a position, or of a type that it has no program for. */
export function contentsBy(Sigma, Graph, text) {
  document.body.innerHTML = '<div id="drawing" style="width: 800px; height: 600px"></div>';
  const graph = Graph.from(JSON.parse(text));
  const sigma = new Sigma(graph, document.getElementById('drawing'));
  sigma.refresh();
  const shown = graph.mapNodes((node) => sigma.getNodeDisplayData(node));
  const weight = graph.reduceEdges((sum, edge, attributes) => sum + attributes.weight, 0);
  sigma.kill();
  return { nodes: shown.length, edges: graph.size, weight, labels: shown.map(({ label }) => label) };
}
