package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domaintypesystem.Reading.ReadingCodec;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.dynamic.DynamicStruct;
import org.domaintypesystem.schema.CapnpReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever has only the schema of a type publishes and hears it like those who have its class. */
@Timeout(60)
class DynamicMessagesTest {
    private static final String FILE = "test/Reading.capnp";
    private static final DynamicCodec DYNAMIC =
            DynamicCodec.of(CapnpReader.read(FILE, path -> path.equals(FILE) ? """
                            @0xc4823d37f52fcc18;
                            struct Reading @0xc4823d37f52fcc19 { number @0 :Int64; text @1 :Text; }
                            """ : null));
    private static final ReadingCodec TYPED = new ReadingCodec(DYNAMIC.type());

    private final Loopback loopback = new Loopback();
    private final Dts dts = loopback.join("node");

    DynamicMessagesTest() throws IOException {}

    @AfterEach
    void close() {
        dts.close();
        loopback.close();
    }

    @Test
    void aTypedMessageIsHeardByItsSchema() {
        List<DynamicStruct> heard = new CopyOnWriteArrayList<>();
        dts.listen(DYNAMIC, (message, info) -> heard.add(message), Delivery.queue());
        ReadingPublisher publisher = new ReadingPublisher(dts, TYPED);
        publisher.publish(new Reading(1, "one"));
        publisher.publish(new Reading(2, "zwölf"));
        await().untilAsserted(() -> assertThat(heard)
                .extracting(DynamicStruct::toJson)
                .containsExactly("{\"number\":\"1\",\"text\":\"one\"}", "{\"number\":\"2\",\"text\":\"zwölf\"}"));
    }

    @Test
    void whatIsPublishedByItsSchemaIsTyped() {
        Collector collector = new Collector();
        dts.listen(TYPED, collector, Delivery.queue());
        Publisher<DynamicStruct> publisher = new Publisher<>(dts, DYNAMIC) {};
        String longer = "x".repeat(1_000);
        publisher.publish(DYNAMIC.builder().set("number", 1).set("text", "one").build());
        publisher.publish(DYNAMIC.builder().set("text", longer).build());
        await().untilAsserted(() ->
                assertThat(collector.messages).containsExactly(new Reading(1, "one"), new Reading(0, longer)));
    }
}
