package brewery;

import java.util.List;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DtsBuilder;

/**
 * Where on the network the brewery is. The programs that it starts are told by the settings that {@link
 * Dts#join()} goes by. It stays on the loopback interface unless told otherwise, and its tests keep out of each other's
 * way.
 *
 * @param networkInterface as for {@link DtsBuilder#interfaces}
 */
record Site(String networkInterface, int port) {
    static final int DEFAULT_PORT = 5387;

    /** Where this process was told to be. */
    static Site ofProcess() {
        return new Site(System.getProperty("dts.interface", "127.0.0.1"), Integer.getInteger("dts.port", DEFAULT_PORT));
    }

    /** What tells another JVM to be here. */
    List<String> jvmOptions() {
        return List.of("-Ddts.interface=" + networkInterface, "-Ddts.port=" + port);
    }

    Dts join(String name) {
        return Dts.builder().name(name).interfaces(networkInterface).port(port).join();
    }
}
