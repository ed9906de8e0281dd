import java.io.File;
import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Reads the files whose paths are its arguments as Gephi does, and prints what it finds in each, as a line of JSON. */
public class GephiReader {
  public static void main(String[] paths) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Gephi itself prints to standard output, too.
    System.setOut(System.err);
    for (String path : paths) {
      try {
        out.println("{\"path\":" + quoted(path) + "," + contentsOf(new File(path)) + "}");
      } catch (Throwable error) {
        out.println("{\"path\":" + quoted(path) + ",\"error\":" + quoted(error.toString()) + "}");
      }
    }
    System.exit(0);
  }

  private static String contentsOf(File file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importing = Lookup.getDefault().lookup(ImportController.class);
    boolean isFirst = true;
    for (File part : partsOf(file)) {
      Container container = importing.importFile(part);
      List<String> issues = new ArrayList<>();
      container.getReport().getIssues(1_000).forEachRemaining((issue) -> {
        if (issue.getLevel() != Issue.Level.INFO) issues.add(issue.getMessage());
      });
      // Edges that Gephi leaves out, for example, are issues that the desktop shows in its report.
      if (!issues.isEmpty()) throw new IllegalStateException(String.join("; ", issues));
      importing.process(container, isFirst ? new DefaultProcessor() : new AppendProcessor(), workspace);
      isFirst = false;
    }
    Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
    double weight = 0;
    int directed = 0;
    for (Edge edge : graph.getEdges()) {
      weight += edge.getWeight();
      if (edge.isDirected()) directed++;
    }
    List<String> labels = new ArrayList<>();
    for (Node node : graph.getNodes()) {
      labels.add(quoted(node.getLabel() == null ? "" : node.getLabel()));
    }
    // In DOT, Gephi does not know dir=none.
    String direction = file.getName().endsWith(".dot") ? "" : ",\"directed\":" + directed;
    return "\"nodes\":" + graph.getNodeCount() + ",\"edges\":" + graph.getEdgeCount() + direction
        + ",\"weight\":" + weight + ",\"labels\":[" + String.join(",", labels) + "]";
  }

  /** A table of edges is appended to that of its nodes, as people import them. */
  private static List<File> partsOf(File file) {
    String path = file.getPath();
    if (path.endsWith(".nodes.csv")) return List.of(file, new File(path.replaceFirst("nodes\\.csv$", "edges.csv")));
    if (!path.endsWith(".edges.csv")) return List.of(file);
    return List.of(new File(path.replaceFirst("(-(un)?directed)?\\.edges\\.csv$", ".nodes.csv")), file);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      boolean isPlain = character >= ' ' && character < 127 && character != '"' && character != '\\';
      quoted.append(isPlain ? String.valueOf(character) : String.format("\\u%04x", (int) character));
    }
    return quoted.append('"').toString();
  }
}
