package org.domaintypesystem.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.schema.CapnpWriter;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.DecodedNodes;
import org.domaintypesystem.schema.testing.RandomSchemas;
import org.domaintypesystem.schema.testing.SampleSchemas;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nodes that are written, against those that the reference compiler makes of the same schema. */
@Tag("capnp")
class ReferenceNodesTest {
    private static final int SEEDS = 25;

    @TempDir
    private Path directory;

    @Test
    void ofSamples() throws IOException {
        assertSameNodes(SampleSchemas.ALL.stream().map(SchemaFile::of).toList());
    }

    @Test
    void ofRandomSchemas() throws IOException {
        int schemas = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            schemas += assertSameNodes(RandomSchemas.files(seed));
        }
        assertThat(schemas).isGreaterThan(3 * SEEDS);
    }

    /** A whole message, read with the specification of all messages; and with that, told what the nodes are. */
    @Test
    void asTheBodyOfAMessage() throws IOException {
        byte[] message = new byte[1 << 12];
        ByteBuffer header = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(8, 6L << 32 | 1L << 48);
        header.putLong(16, 0x5444 | 1 << 16 | 12L << 48);
        int end = NodesWriter.write(Schema.of(SampleSchemas.EVENT, SampleSchemas.ALL), message, 64, 72, message.length);
        Framing.write(message, 0, end);
        String dts = Files.readString(Path.of("src/main/resources/META-INF/dts/dts.capnp"));
        assertThat(decode(dts, Arrays.copyOf(message, end))).contains("schema = (nodes = <opaque pointer>)");
        String typed = dts.replace("nodes @0 :AnyPointer;", "nodes @0 :List(import \"/capnp/schema.capnp\".Node);");
        assertThat(decode(typed, Arrays.copyOf(message, end)))
                .contains("displayName = \"brewery/plant/Event.capnp:Event\"", "name = \"fahrenheit\"");
    }

    private String decode(String specification, byte[] message) throws IOException {
        Files.writeString(directory.resolve("dts.capnp"), specification);
        return CapnpTool.in(directory).decode("dts.capnp", "Message", message);
    }

    private int assertSameNodes(List<SchemaFile> files) throws IOException {
        Path folder = Files.createTempDirectory(directory, "schemas");
        for (Map.Entry<String, String> text : RandomSchemas.texts(files).entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
        byte[] request = CapnpTool.in(folder)
                .compile("-", files.stream().map(SchemaFile::path).toList());
        DecodedNodes decoded = DecodedNodes.in(folder);
        SortedMap<String, Map<String, Object>> compiled = decoded.nodes(request);
        List<Node> roots = files.stream().map(SchemaFile::root).toList();
        for (Node root : roots) {
            Schema schema = Schema.of(root, roots);
            DecodedNodes.assertSame(decoded.nodes(NodesWriter.message(schema)), compiled);
            if (root instanceof Node.StructNode) {
                assertReadAlike(schema, request);
            }
        }
        return roots.size();
    }

    /** What the compiler writes is read as what it was written from, its files and all other declarations included. */
    private static void assertReadAlike(Schema schema, byte[] request) {
        ReceivedSchema read =
                NodesReader.message(request, 0, request.length, schema.root().id(), SchemaFingerprint.schemaId(schema));
        assertThat(read.schema().nodes()).hasSameSizeAs(schema.nodes());
        for (Node node : schema.nodes()) {
            if (node.name().name().indexOf('.') < 0) {
                assertThat(CapnpWriter.writeWithoutDocs(
                                SchemaFile.of(read.schema().node(node.id()))))
                        .isEqualTo(CapnpWriter.writeWithoutDocs(SchemaFile.of(node)));
            }
        }
    }
}
