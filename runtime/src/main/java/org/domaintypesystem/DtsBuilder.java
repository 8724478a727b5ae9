package org.domaintypesystem;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.schema.MulticastGroups;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.transport.SocketSettings;
import org.jspecify.annotations.Nullable;

/** How to join. Everything has a default that fits most; not for several threads at once. */
public final class DtsBuilder {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_TTL = 255;
    private static final int USUAL_MESSAGE_SIZE = 1 << 24;
    private static final int LARGEST_MESSAGE_SIZE = 1 << 28;
    private static final int USUAL_RECEIVE_BUFFER = 1 << 22;
    private static final int LARGEST_RECEIVE_BUFFER = 1 << 30;
    private static final Duration USUAL_REPAIR_TIME = Duration.ofSeconds(10);
    private static final Duration SHORTEST_REPAIR_TIME = Duration.ofMillis(1);
    private static final Duration LONGEST_REPAIR_TIME = Duration.ofHours(1);

    private List<String> interfaces = List.of();
    private @Nullable Integer port;
    private int ttl = 1;
    private @Nullable Integer maxMessageSize;
    private @Nullable Integer receiveBuffer;
    private Retention retention = Retention.UNSAID;
    private @Nullable Duration repairTime;
    private @Nullable KeyRing keys;
    private @Nullable String name;
    private @Nullable Environment environment;
    private UnaryOperator<Environment> environmentChange = UnaryOperator.identity();

    DtsBuilder() {}

    /**
     * Names the network interfaces to use, instead of the system property {@code dts.interface} and the environment
     * variable {@code DTS_INTERFACE}, which name them separated by commas. Without any of these: messages are received
     * on all that are up and do multicast, and sent on all of these but loopback. Those that come and go after {@link #join}
     * are followed.
     *
     * @param namesOrAddresses for example {@code eth0} or {@code 192.168.1.17}; {@code 127.0.0.1} is the loopback
     *     interface on every system
     */
    public DtsBuilder interfaces(String... namesOrAddresses) {
        this.interfaces = List.of(namesOrAddresses);
        return this;
    }

    /**
     * The UDP port, 1 to 65535, instead of the system property {@code dts.port}, the environment variable
     * {@code DTS_PORT}, or 5387. Only nodes with the same one hear each other.
     */
    public DtsBuilder port(int number) {
        this.port = checkedPort(number);
        return this;
    }

    /** How many networks messages may reach, 0 to 255, if not 1: this one. 0 keeps them on this host. */
    public DtsBuilder ttl(int hops) {
        if (hops < 0 || hops > MAX_TTL) {
            throw new IllegalArgumentException("a time to live of " + hops + ", expected 0 to " + MAX_TTL);
        }
        this.ttl = hops;
        return this;
    }

    /**
     * How large a message may be that is published or received, in bytes with its header, 1408 to 268435456; instead of the
     * system property {@code dts.max-message-size}, the environment variable {@code DTS_MAX_MESSAGE_SIZE}, or 16 MiB. Above
     * 1408 bytes a message is cut into several datagrams, and lost if one of these is, unless its type is reliable. The incomplete ones that come in may
     * take four times this limit in memory.
     */
    public DtsBuilder maxMessageSize(int bytes) {
        this.maxMessageSize = checkedMessageSize(bytes);
        return this;
    }

    /**
     * How much is kept of each reliable type that this node publishes, to send it again to those who miss it, unless a publisher
     * says otherwise. What this leaves open is taken from the system properties {@code dts.retention-bytes}, a number, and
     * {@code dts.retention-time}, such as {@code 30s}; or the environment variables {@code DTS_RETENTION_BYTES} and
     * {@code DTS_RETENTION_TIME}; or else it is 32 MiB, more if {@link #maxMessageSize} is larger than usual so that there is
     * room for two messages of that size, and 30 seconds.
     */
    public DtsBuilder retention(Retention amount) {
        this.retention = Objects.requireNonNull(amount, "amount");
        return this;
    }

    /**
     * How long messages of reliable types wait for those before them that are missing, a millisecond to an hour. Then what is
     * still missing is reported, and delivery goes on. Instead of the system property {@code dts.repair-time}, such as
     * {@code 10s}, the environment variable {@code DTS_REPAIR_TIME}, or 10 seconds.
     */
    public DtsBuilder repairTime(Duration longest) {
        this.repairTime = checkedRepairTime(longest);
        return this;
    }

    /**
     * How much the system is asked to hold of what has arrived while the receiving thread is busy, in bytes for each socket,
     * 1408 to 1073741824; instead of the system property {@code dts.receive-buffer}, the environment variable
     * {@code DTS_RECEIVE_BUFFER}, or 4 MiB. When the system gives less, the log says so: on Linux, {@code net.core.rmem_max} is
     * the limit.
     */
    public DtsBuilder receiveBuffer(int bytes) {
        this.receiveBuffer = checkedReceiveBuffer(bytes);
        return this;
    }

    /**
     * The keys of this node: it seals everything that it sends, and hears only what is sealed by those who have the same keys.
     * Instead of those in the file that the system property {@code dts.key-file} or the environment variable
     * {@code DTS_KEY_FILE} names, or of those that are in the environment variable {@code DTS_KEYS}. Without any of these, a
     * node has no keys: whoever is on the network can read what it sends, and send what it hears.
     */
    public DtsBuilder keys(KeyRing ring) {
        this.keys = Objects.requireNonNull(ring, "ring");
        return this;
    }

    /** What this node is called, in logs and in the names of its threads. For people; need not be unique. */
    public DtsBuilder name(String nodeName) {
        this.name = nodeName;
        return this;
    }

    /**
     * Has the node stand on something else than the system, such as a virtual network for tests. Interfaces, port, time to
     * live and receive buffer are then the environment's.
     */
    public DtsBuilder environment(Environment replacement) {
        this.environment = replacement;
        return this;
    }

    /**
     * Has the node stand on what is made of the environment that it would stand on otherwise, such as the system with its
     * interfaces and port, but with losses of datagrams for tests. Called by {@link #join}.
     */
    public DtsBuilder environment(UnaryOperator<Environment> change) {
        this.environmentChange = change;
        return this;
    }

    /**
     * Joins.
     *
     * @throws IllegalArgumentException if an interface named is not there, or does no multicast, and says which do; or if keys
     *     are set from outside and are none, or can be read by others
     * @throws UncheckedIOException if the network cannot be used, or a key file not be read
     */
    public Dts join() {
        Environment unchanged = environment == null ? systemEnvironment() : environment;
        return new Dts(environmentChange.apply(unchanged), nodeSettings());
    }

    NodeSettings nodeSettings() {
        int limit = maxMessageSize == null ? Settings.maxMessageSize(USUAL_MESSAGE_SIZE) : maxMessageSize;
        return new NodeSettings(
                name,
                limit,
                retention.or(Settings.retention()).or(Retention.usual(limit)),
                repairTime == null ? Settings.repairTime(USUAL_REPAIR_TIME) : repairTime,
                keys == null ? Settings.keys() : keys);
    }

    private Environment systemEnvironment() {
        List<String> names = Settings.split(String.join(",", interfaces));
        return new SystemEnvironment(names.isEmpty() ? Settings.interfaces() : names, socketSettings());
    }

    SocketSettings socketSettings() {
        return new SocketSettings(
                port == null ? Settings.port(MulticastGroups.PORT) : port,
                ttl,
                receiveBuffer == null ? Settings.receiveBuffer(USUAL_RECEIVE_BUFFER) : receiveBuffer);
    }

    static int checkedMessageSize(int bytes) {
        if (bytes < MessageLayout.MAX_DATAGRAM || bytes > LARGEST_MESSAGE_SIZE) {
            throw new IllegalArgumentException("messages of at most %d bytes, expected %d to %d"
                    .formatted(bytes, MessageLayout.MAX_DATAGRAM, LARGEST_MESSAGE_SIZE));
        }
        return bytes;
    }

    static int checkedReceiveBuffer(int bytes) {
        if (bytes < MessageLayout.MAX_DATAGRAM || bytes > LARGEST_RECEIVE_BUFFER) {
            throw new IllegalArgumentException("a receive buffer of %d bytes, expected %d to %d"
                    .formatted(bytes, MessageLayout.MAX_DATAGRAM, LARGEST_RECEIVE_BUFFER));
        }
        return bytes;
    }

    static Duration checkedRepairTime(Duration longest) {
        if (longest.compareTo(SHORTEST_REPAIR_TIME) < 0 || longest.compareTo(LONGEST_REPAIR_TIME) > 0) {
            throw new IllegalArgumentException(
                    "a repair time of " + longest + ", expected a millisecond to an hour, PT0.001S to PT1H");
        }
        return longest;
    }

    static int checkedPort(int number) {
        if (number < 1 || number > MAX_PORT) {
            throw new IllegalArgumentException("port " + number + ", expected 1 to " + MAX_PORT);
        }
        return number;
    }
}
