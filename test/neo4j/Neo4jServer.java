import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.SettingImpl;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Result;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j Community server on loopback, for tests: Neo4jServer HOME PORT [PASSWORD]. Port 0 takes a free one. Says
 * "ready bolt://127.0.0.1:PORT" when it listens. Ends on SIGTERM, and at the end of its standard input: whoever
 * started it keeps that open, so that it never outlives them.
 */
public class Neo4jServer {
  public static void main(String[] arguments) throws InterruptedException {
    endWithStandardInput();
    try {
      start(arguments);
    } catch (Throwable failure) {
      failure.printStackTrace();
      // The server's own threads would keep a failed one alive.
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  private static void start(String[] arguments) {
    var home = Path.of(arguments[0]);
    var port = Integer.parseInt(arguments[1]);
    var password = arguments.length > 2 ? arguments[2] : null;
    // Tests have small graphs, and many servers; measurements say how many MiB they want.
    var pageCache = Long.getLong("rolegraph.pagecache", 32);

    // By default it waits ten seconds before it ends, for clients that may still come. What a number of seconds is made
    // of depends on the version: an Integer in 5.26, a Duration in 2026.
    var quietPeriod = GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period;
    var server =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
            .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", port))
            .setConfig(GraphDatabaseSettings.auth_enabled, password != null)
            .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(pageCache))
            .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(pageCache / 4))
            .setConfig(GraphDatabaseSettings.udc_enabled, false)
            .setConfig(Map.of(quietPeriod, ((SettingImpl<?>) quietPeriod).parse("0")))
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    if (password != null) setPassword(server, password);
    System.out.println("ready bolt://127.0.0.1:" + boltPort(server));
  }

  private static void endWithStandardInput() {
    var watcher =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (IOException gone) {
                // As good as its end.
              }
              System.exit(0);
            });
    watcher.setDaemon(true);
    watcher.start();
  }

  /** At a home's first start; later the user has it, and setting the same again would be refused. */
  private static void setPassword(DatabaseManagementService server, String password) {
    var system = server.database("system");
    var first =
        system.executeTransactionally(
            "SHOW USERS YIELD user, passwordChangeRequired WHERE user = 'neo4j' AND passwordChangeRequired",
            Map.of(),
            Result::hasNext);
    if (!first) return;
    system.executeTransactionally(
        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
  }

  private static int boltPort(DatabaseManagementService server) {
    var system = (GraphDatabaseAPI) server.database("system");
    var ports = system.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
    return ports.getLocalAddress(ConnectorType.BOLT).getPort();
  }
}
