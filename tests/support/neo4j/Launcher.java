import java.io.IOException;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.fs.FileUtils;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Neo4j with Bolt and nothing else. Arguments: port (0 takes a free one), data folder, "keep" or "remove" it at the end. */
class Launcher {
    private static volatile DatabaseManagementService neo4j;

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[1]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (neo4j != null) neo4j.shutdown();
            if (args[2].equals("remove")) remove(folder);
        }));
        neo4j = new DatabaseManagementServiceBuilder(folder)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[0])))
                .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0) // otherwise a stop takes 10 s
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.routing_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .build();
        var bolt = ((GraphDatabaseAPI) neo4j.database("neo4j")).getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT);
        System.out.println("NEO4J bolt://127.0.0.1:" + bolt.getPort());
        // The parent holds the other end of stdin: when it goes, however it goes, this ends too.
        while (System.in.read() != -1) { }
        System.exit(0);
    }

    private static void remove(Path folder) {
        try {
            FileUtils.deleteDirectory(folder);
        } catch (IOException e) {
            System.err.println("Left behind: " + folder + " (" + e + ")");
        }
    }
}
