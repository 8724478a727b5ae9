package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.MulticastSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is sent is what the specification says, as the reference compiler understands it. */
@Tag("capnp")
@Timeout(120)
class SpecificationTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "META-INF", "dts");

    private final CapnpTool capnp = CapnpTool.in(FOLDER);

    @Test
    void placesTheFieldsWhereTheSpecificationDoes() {
        List<String> lines = new String(capnp.compile("capnp", List.of("dts.capnp")), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        assertThat(lines)
                .contains(
                        "const magic @0xb3319543e6773221 :UInt16 = " + MessageLayout.MAGIC + ";",
                        "const version @0x926e6114d82a6538 :UInt8 = " + MessageLayout.VERSION + ";",
                        "struct Message @0x8f64098bc80c2dd4 {  # 48 bytes, 1 ptrs",
                        "magic @0 :UInt16;  # bits[0, 16)",
                        "version @1 :UInt8;  # bits[16, 24)",
                        "flags @3 :UInt16;  # bits[32, 48)",
                        "union {  # tag bits [48, 64)",
                        "payload @9 :AnyPointer;  # ptr[0], union tag = 0",
                        word("sender @4 :UInt64", MessageLayout.SENDER),
                        word("typeId @5 :UInt64", MessageLayout.TYPE_ID),
                        word("schemaId @6 :UInt64", MessageLayout.SCHEMA_ID),
                        word("sequence @7 :UInt64", MessageLayout.SEQUENCE),
                        word("timestamp @8 :Int64", MessageLayout.TIMESTAMP));
        List<String> body = lines.subList(lines.indexOf("union {  # tag bits [48, 64)") + 1, lines.size());
        assertThat(body.subList(0, body.indexOf("}")))
                .hasSize(18)
                .allSatisfy(member -> assertThat(member).contains("# ptr[0], union tag = "));
    }

    private static String word(String field, int offset) {
        int bit = (offset - MessageLayout.WORD_0) * Byte.SIZE;
        return "%s;  # bits[%d, %d)".formatted(field, bit, bit + Long.SIZE);
    }

    @Test
    void printsWhatAPublisherSends(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("reading.capnp"),
                "@0xc85d3a1a9f0c6a11; struct Reading { number @0 :Int64; text @1 :Text; }");
        try (Loopback loopback = new Loopback();
                Dts dts = loopback.join("node");
                MulticastSocket capture = loopback.capture(Reading.TYPE_ID)) {
            new ReadingPublisher(dts).publish(42, "twelve");
            byte[] datagram = Loopback.receive(capture);
            assertThat(capnp.decode("dts.capnp", "Message", datagram))
                    .contains("magic = 21572", "version = 1", "reserved = 0", "flags = 0")
                    .contains("sender = " + Long.toUnsignedString(dts.sender()))
                    .contains("typeId = " + Long.toUnsignedString(Reading.TYPE_ID))
                    .contains("schemaId = 23644", "sequence = 1", "payload = ");

            byte[] payload = Arrays.copyOfRange(datagram, MessageLayout.BODY - Framing.BYTES, datagram.length);
            Framing.write(payload, 0, payload.length);
            assertThat(CapnpTool.in(folder).decode("reading.capnp", "Reading", payload))
                    .contains("number = 42", "text = \"twelve\"");
        }
    }

    @Test
    void printsAQueryAndItsReplies() throws IOException {
        try (Loopback loopback = new Loopback();
                Dts dts = loopback.join("node");
                MulticastSocket control = loopback.captureControl();
                DatagramSocket asker = loopback.socket()) {
            dts.query(Reading.CODEC, "mash-tun", Duration.ofMinutes(1), (reading, info) -> {});
            byte[] query = Loopback.receive(control);
            while (!capnp.decode("dts.capnp", "Message", query).contains("query = ")) {
                query = Loopback.receive(control);
            }
            assertThat(capnp.decode("dts.capnp", "Message", query))
                    .contains("typeId = " + Long.toUnsignedString(Reading.TYPE_ID), "schemaId = 23644")
                    .contains("text = \"mash-tun\"", "deadline = 60000");

            new ReadingPublisher(dts)
                    .answer((question, answer) -> answer.send(new Reading(42, "twelve " + question.text())));
            loopback.toControl(asker, query);
            assertThat(capnp.decode("dts.capnp", "Message", Loopback.receive(asker)))
                    .contains("sender = " + Long.toUnsignedString(dts.sender()))
                    .contains("typeId = " + Long.toUnsignedString(Reading.TYPE_ID), "schemaId = 23644")
                    .contains("sequence = 1", "reply = ", "last = false", "index = 0", "payload = ");
            assertThat(capnp.decode("dts.capnp", "Message", Loopback.receive(asker)))
                    .contains("sequence = 2", "reply = ", "last = true", "index = 1")
                    .doesNotContain("payload");
        }
    }
}
