"""Reads GraphML with igraph and prints what it finds in each file, as JSON. Paths come as JSON on standard input."""

import json
import sys

import igraph

for file in json.load(sys.stdin):
    try:
        graph = igraph.Graph.Read_GraphML(file["path"])
        answer = {
            "nodes": graph.vcount(),
            "edges": graph.ecount(),
            "weight": sum(graph.es["weight"]) if graph.ecount() > 0 else 0,
            "labels": graph.vs["label"],
        }
        # igraph has one direction for the whole graph.
        if file["direction"] != "mixed":
            answer["directed"] = graph.ecount() if graph.is_directed() else 0
    except Exception as error:  # Whatever a reader does not take is a finding, and the next file is read.
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"path": file["path"], **answer}))
