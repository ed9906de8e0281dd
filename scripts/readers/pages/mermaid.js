import mermaid from 'mermaid';

/** Draws a Mermaid file, and counts what is drawn. Throws for what Mermaid cannot read. */
globalThis.contentsOf = async (text) => {
  mermaid.initialize({ startOnLoad: false });
  document.body.innerHTML = (await mermaid.render('drawing', text)).svg;
  const labels = [...document.querySelectorAll('g.node .nodeLabel')].map((label) => label.textContent);
  return { nodes: labels.length, edges: document.querySelectorAll('path.flowchart-link').length, labels };
};
