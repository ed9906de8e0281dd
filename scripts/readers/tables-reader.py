"""Reads tables, workbooks and RDF with Python's libraries for them, and prints what it finds in each file, as JSON.

Paths come as JSON on standard input.
"""

import csv
import io
import json
import sys
import zipfile

import openpyxl
import pyarrow.parquet
import rdflib

SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
TERM = "urn:rolegraph:term:"
EDGES = ["appearsIn", "inCategory", "partOf", "worksIn", "performs", "about", "overlapsWith", "consultedOn", "informedAbout"]


def read_csv(path):
    with zipfile.ZipFile(path) as archive:
        rows = {
            name: list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode("utf-8"), newline="")))
            for name in ("nodes", "edges")
        }
    return {
        "nodes": len({node["Id"] for node in rows["nodes"]}),
        "edges": len({edge["Id"] for edge in rows["edges"]}),
        "directed": sum(edge["Type"] == "Directed" for edge in rows["edges"]),
        "weight": sum(float(edge["Weight"]) for edge in rows["edges"]),
        "labels": [node["Label"] for node in rows["nodes"]],
    }


def read_parquet(path):
    with zipfile.ZipFile(path) as archive:
        nodes, edges = (
            pyarrow.parquet.read_table(io.BytesIO(archive.read(f"{name}.parquet"))).to_pylist()
            for name in ("nodes", "edges")
        )
    return {
        "nodes": len({node["id"] for node in nodes}),
        "edges": len({edge["id"] for edge in edges}),
        "directed": sum(edge["directed"] for edge in edges),
        "weight": sum(edge["weight"] for edge in edges),
        "labels": [node["label"] for node in nodes],
    }


def read_xlsx(path):
    """The roles and overlaps, by the values that the file has of its formulas."""
    workbook = openpyxl.load_workbook(path, data_only=True)
    roles = [row[0] for row in workbook["Roles"].iter_rows(min_row=2, values_only=True)]
    overlaps = [row for row in workbook["Overlaps"].iter_rows(min_row=2, values_only=True)]
    return {
        "nodes": len(roles),
        "edges": len(overlaps),
        "directed": 0,
        "weight": sum(row[3] for row in overlaps),
        "labels": roles,
    }


def read_rdf(path, form):
    graph = rdflib.Graph().parse(path, format=form)
    nodes = set(graph.subjects(rdflib.RDF.type, SKOS.Concept))
    edges = [(name, node) for name in EDGES for node in nodes for _ in graph.objects(node, rdflib.URIRef(TERM + name))]
    return {
        "nodes": len(nodes),
        "edges": len(edges),
        "directed": sum(name != "overlapsWith" for name, _ in edges),
        "labels": [str(label) for node in nodes for label in graph.objects(node, SKOS.prefLabel)],
    }


READERS = {
    "csv.zip": read_csv,
    "parquet.zip": read_parquet,
    "xlsx": read_xlsx,
    "ttl": lambda path: read_rdf(path, "turtle"),
    "jsonld": lambda path: read_rdf(path, "json-ld"),
}

for file in json.load(sys.stdin):
    try:
        answer = READERS[file["ending"]](file["path"])
    except Exception as error:  # Whatever a reader does not take is a finding, and the next file is read.
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"path": file["path"], **answer}))
