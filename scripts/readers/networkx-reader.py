"""Reads files with networkx and prints what it finds in each, as JSON. Paths and endings come as JSON on standard input."""

import json
import re
import sys

import networkx as nx


def graph_of(path, ending):
    if ending == "gexf":
        return nx.read_gexf(path)
    if ending == "graphml":
        return nx.read_graphml(path)
    if ending == "dot":
        return nx.nx_pydot.read_dot(path)
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    if ending == "cyjs":
        return nx.cytoscape_graph(document)
    if "edges" in document and nx.__version__ >= "3.4":
        return nx.node_link_graph(document, edges="edges")
    # What people write: up to 3.3, this reads "links".
    return nx.node_link_graph(document)


def unquoted(text):
    """What Graphviz makes of a text in quotes; pydot leaves it as it is written."""
    if not isinstance(text, str) or not text.startswith('"'):
        return text
    text = re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)
    return text.replace("&amp;", "&")


def contents_of(graph, ending):
    # In the other forms, each edge says whether it has a direction, and networkx knows that of the whole graph only.
    is_told = ending in ("gexf", "graphml", "json")
    label = unquoted if ending == "dot" else lambda text: text
    return {
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "weight": sum(float(label(weight)) for _, _, weight in graph.edges(data="weight")),
        **({"directed": graph.number_of_edges() if graph.is_directed() else 0} if is_told else {}),
        "labels": [label(text) for _, text in graph.nodes(data="label")],
    }


for file in json.load(sys.stdin):
    try:
        answer = contents_of(graph_of(file["path"], file["ending"]), file["ending"])
    except Exception as error:  # Whatever a reader does not take is a finding, and the next file is read.
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"path": file["path"], **answer}))
