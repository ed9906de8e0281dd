# %% [markdown]
# # The graph of roles in networkx
#
#     pip install "networkx>=3.4" matplotlib
#     python networkx_roles.py
#
# Editors that know `# %%` (VS Code, PyCharm, Spyder) run it cell by cell; `jupytext --to ipynb networkx_roles.py` makes a
# notebook of it. ROLEGRAPH is the address of the server, http://127.0.0.1:4000 if it is not set.

# %% The server and a selection of its graph
import json
import os
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import matplotlib.pyplot as plt
import networkx as nx
from matplotlib.patheffects import withStroke

server = os.environ.get("ROLEGRAPH", "http://127.0.0.1:4000")


def graph_of(**selection):
    """The graph of a selection: the parameters are those of the address, e.g. view="roles" or roots="Auditor", depth=2."""
    try:
        with urlopen(f"{server}/graph.json?{urlencode(selection)}") as answer:
            data = json.load(answer)
    except HTTPError as error:
        raise SystemExit(error.read().decode()) from None
    graph = nx.node_link_graph(data, edges="edges")
    # A sentence about what a limit has left out, or None: without it, a part would look like the whole.
    if graph.graph["cut"]:
        print(graph.graph["cut"])
    return graph


def label_of(graph, node):
    return graph.nodes[node]["label"]


# %% Roles that connect others
# Overlaps have no direction. A large score means that two roles are close to each other.
overlaps = graph_of(view="roles", direction="undirected")
for _, _, edge in overlaps.edges(data=True):
    edge["distance"] = 1 / edge["weight"]
print(f"{overlaps.graph['title']}: {overlaps.number_of_nodes()} roles, {overlaps.number_of_edges()} overlaps")

between = nx.betweenness_centrality(overlaps, weight="distance")
print("\nRoles on most of the shortest paths between others:")
for role in sorted(between, key=between.get, reverse=True)[:5]:
    print(f"  {between[role]:.2f}  {label_of(overlaps, role)}")

# %% Groups of roles that are alike
communities = nx.community.louvain_communities(overlaps, weight="weight", seed=1)
communities.sort(key=len, reverse=True)
print(f"\n{len(communities)} groups; the three largest:")
for members in communities[:3]:
    first = sorted(members, key=overlaps.degree, reverse=True)[:4]
    print(f"  {len(members)} roles, such as {', '.join(label_of(overlaps, role) for role in first)}")

# %% What only one role does
# Edges go from a role to what it does.
duties = graph_of(view="duties")
alone = {}
for duty, count in duties.in_degree():
    if count == 1:
        (role,) = duties.predecessors(duty)
        alone.setdefault(role, []).append(label_of(duties, duty))
print(f"\n{sum(map(len, alone.values()))} responsibilities have only one role. Most of them are of:")
for role in sorted(alone, key=lambda each: len(alone[each]), reverse=True)[:5]:
    print(f"  {label_of(duties, role)}: {'; '.join(alone[role])}")

# %% A drawing
# Nodes have positions, unless the server is still computing the layout of a large catalog.
nodes = overlaps.nodes(data=True)
if all("x" in data for _, data in nodes):
    positions = {node: (data["x"], data["y"]) for node, data in nodes}
else:
    positions = nx.spring_layout(overlaps, seed=1)
group_of = {role: index for index, members in enumerate(communities) for role in members}
plt.figure(figsize=(10, 7))
nx.draw_networkx_edges(overlaps, positions, width=[2 * weight for _, _, weight in overlaps.edges(data="weight")], alpha=0.3)
nx.draw_networkx_nodes(
    overlaps,
    positions,
    node_size=[20 + 12 * overlaps.degree(role) for role in overlaps],
    node_color=[group_of[role] for role in overlaps],
    cmap="tab20",
)
# A name takes about this much space, and would cover one that is nearer.
xs, ys = zip(*positions.values())
width, height = 0.16 * (max(xs) - min(xs)), 0.03 * (max(ys) - min(ys))
named = []
for role in sorted(between, key=between.get, reverse=True):
    x, y = positions[role]
    if len(named) < 10 and all(abs(x - positions[each][0]) > width or abs(y - positions[each][1]) > height for each in named):
        named.append(role)
for role in named:
    plt.annotate(
        label_of(overlaps, role),
        positions[role],
        xytext=(0, 9),
        textcoords="offset points",
        ha="center",
        fontsize=8,
        fontweight="bold",
        path_effects=[withStroke(linewidth=3, foreground="white")],
    )
plt.title(f"{overlaps.graph['title']}: {len(overlaps)} roles, colored by group; named are those that connect others")
plt.axis("off")
plt.tight_layout()
plt.savefig("roles.png", dpi=80)
print("\nThe drawing is in roles.png.")
