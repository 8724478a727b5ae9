package brewery;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DtsBuilder;
import org.domaintypesystem.testkit.Interference;

/**
 * Where on the network the brewery is, and how bad that network is. The programs that it starts are told by settings: those that
 * {@link Dts#join()} goes by, and that of {@link Interference#ofProcess}. It stays on the loopback interface unless told
 * otherwise, and its tests keep out of each other's way.
 *
 * @param networkInterface as for {@link DtsBuilder#interfaces}
 * @param loss the share of datagrams that each program loses, 0 to 1
 */
record Site(String networkInterface, int port, double loss) {
    static final int DEFAULT_PORT = 5387;

    /** Where this process was told to be. */
    static Site ofProcess() {
        return new Site(
                System.getProperty("dts.interface", "127.0.0.1"),
                Integer.getInteger("dts.port", DEFAULT_PORT),
                Double.parseDouble(System.getProperty("dts.loss", "0")));
    }

    /** What tells another JVM to be here. */
    List<String> jvmOptions() {
        return List.of("-Ddts.interface=" + networkInterface, "-Ddts.port=" + port, "-Ddts.loss=" + loss);
    }

    Dts join(String name) {
        return Dts.builder()
                .name(name)
                .interfaces(networkInterface)
                .port(port)
                .environment(Interference.seeded(ThreadLocalRandom.current().nextLong())
                        .loss(loss)
                        .duplication(loss / 5)
                        .reordering(loss / 5))
                .join();
    }
}
