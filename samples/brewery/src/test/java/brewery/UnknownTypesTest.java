package brewery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.domaintypesystem.AnyMessage;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DynamicPublisher;
import org.domaintypesystem.Listener;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.dynamic.DynamicStruct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the loopback interface, since only a node makes messages of any type. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class UnknownTypesTest {
    private static final DynamicCodec OLD = Levels.codec("tank @0 :Text; litres @1 :Float64;");
    private static final DynamicCodec NEW = Levels.codec("tank @0 :Text; litres @1 :Float64; ph @2 :Float32;");

    @TempDir
    private Path directory;

    private Site site;

    @BeforeEach
    void findAPort() throws IOException {
        try (DatagramSocket free = new DatagramSocket()) {
            site = new Site("127.0.0.1", free.getLocalPort(), 0);
        }
    }

    @Test
    void aColumnForEachFieldAndAFileForEachVersion() throws Exception {
        Tally tally = new Tally();
        try (Dts logger = site.join("logger");
                Dts old = site.join("old");
                Dts other = site.join("new")) {
            UnknownTypes files = new UnknownTypes(directory, Set.of(), tally);
            untilHeard(logger, files, old, OLD.builder().set("litres", 12.5).build(), OLD);
            untilHeard(
                    logger,
                    files,
                    other,
                    NEW.builder().set("tank", "a,b").set("ph", 4.5).build(),
                    NEW);
        }

        assertThat(Files.readAllLines(directory.resolve("maker.Level.csv")))
                .startsWith("sequence,tank,litres")
                .last()
                .asString()
                .matches("[0-9]+,,12.5");
        assertThat(Files.readAllLines(directory.resolve("maker.Level-2.csv")))
                .startsWith("sequence,tank,litres,ph")
                .last()
                .asString()
                .matches("[0-9]+,\"a,b\",0.0,4.5");
        assertThat(tally.types()).containsExactly("maker.Level");
        assertThat(tally.counts())
                .hasSize(2)
                .allSatisfy(count -> assertThat(count.type()).isEqualTo("maker.Level"));
    }

    @Test
    void whatIsKnownIsLeftToOthers() throws Exception {
        Tally tally = new Tally();
        try (Dts logger = site.join("logger");
                Dts maker = site.join("maker")) {
            UnknownTypes files = new UnknownTypes(directory, Set.of("maker.Level"), tally);
            untilHeard(logger, files, maker, OLD.builder().build(), OLD);
        }

        try (Stream<Path> written = Files.list(directory)) {
            assertThat(written).isEmpty();
        }
        assertThat(tally.types()).isEmpty();
    }

    @Test
    void namesFromTheNetworkLeadNowhereElse() {
        assertThat(UnknownTypes.fileName("maker.Level", 0xabc)).isEqualTo("maker.Level");
        assertThat(List.of(
                        "Temperature", "", "..", "a..b", "../../a.b", "/a.b", "a.b\n", "a.b\0", "a." + "b".repeat(99)))
                .allSatisfy(
                        name -> assertThat(UnknownTypes.fileName(name, 0xabc)).isEqualTo("0000000000000abc"));
    }

    /** Publishes until a message has been dealt with: the first ones may come before the type is listened to. */
    private static void untilHeard(
            Dts listener, UnknownTypes files, Dts publisher, DynamicStruct message, DynamicCodec codec)
            throws InterruptedException {
        CountDownLatch isHeard = new CountDownLatch(1);
        Listener<AnyMessage> listenerOfAny = (AnyMessage any, MessageInfo info) -> {
            files.onMessage(any, info);
            if (info.sender() == publisher.sender()) {
                isHeard.countDown();
            }
        };
        try (var subscription = listener.listenAny(listenerOfAny)) {
            DynamicPublisher messages = new DynamicPublisher(publisher, codec);
            do {
                messages.publish(message);
            } while (!isHeard.await(20, TimeUnit.MILLISECONDS));
        }
    }
}
