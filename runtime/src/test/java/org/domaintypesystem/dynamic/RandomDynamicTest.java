package org.domaintypesystem.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.capnproto.AnyPointer;
import org.capnproto.MessageBuilder;
import org.capnproto.MessageReader;
import org.capnproto.Serialize;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.DecodedValue;
import org.domaintypesystem.schema.testing.RandomSchemas;
import org.domaintypesystem.schema.testing.RandomValues;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random values of random schemas, as the reference compiler encodes and shows them. */
class RandomDynamicTest {
    private static final int SEEDS = Integer.getInteger("dts.seeds", 12);

    @TempDir
    private Path directory;

    @Test
    @Tag("capnp")
    void valuesGoRoundByTheToolAndByTheBuilder() throws IOException {
        int values = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<SchemaFile> files = RandomSchemas.files(seed);
            Path folder = Files.createDirectory(directory.resolve("seed" + seed));
            for (Map.Entry<String, String> text : RandomSchemas.texts(files).entrySet()) {
                Path path = folder.resolve(text.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, text.getValue());
            }
            CapnpTool capnp = CapnpTool.in(folder);
            Random random = new Random(seed);
            for (Schema schema : schemas(files)) {
                valueGoesRound(capnp, DynamicCodec.of(schema), random, "seed " + seed);
                values++;
            }
        }
        assertThat(values).isGreaterThan(2 * SEEDS);
    }

    private static void valueGoesRound(CapnpTool capnp, DynamicCodec codec, Random random, String hint)
            throws IOException {
        Node.StructNode root = (Node.StructNode) codec.type().schema().root();
        Map<Long, Node> nodes = new HashMap<>();
        codec.type().schema().nodes().forEach(node -> nodes.put(node.id(), node));
        String file = root.name().file();
        String name = root.name().simple();
        byte[] message = capnp.encode(file, name, new RandomValues(nodes, random).of(root));
        String shown = capnp.decode(file, name, message);
        DynamicStruct value = Brewery.decode(codec, message);
        assertThat(ToolText.of(value)).as("%s, %s", hint, name).isEqualTo(DecodedValue.struct(shown));
        byte[] again = Brewery.encode(codec, value);
        assertThat(capnp.decode(file, name, again)).as("%s, %s", hint, name).isEqualTo(shown);
        assertThat(Brewery.decode(codec, copyByCapnprotoJava(again)))
                .as("%s, %s", hint, name)
                .isEqualTo(value);
        // Of another codec, all fields are set anew.
        assertThat(Brewery.encode(DynamicCodec.of(codec.type().schema()), value))
                .isEqualTo(again);
        assertThat(JsonTest.parse(value.toJson(JsonStyle.PRETTY))).isEqualTo(JsonTest.parse(value.toJson()));
    }

    private static byte[] copyByCapnprotoJava(byte[] message) throws IOException {
        MessageReader reader = Serialize.read(Channels.newChannel(new ByteArrayInputStream(message)));
        MessageBuilder builder = new MessageBuilder(1 << 16);
        builder.setRoot(AnyPointer.factory, reader.getRoot(AnyPointer.factory));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Serialize.write(Channels.newChannel(out), builder);
        return out.toByteArray();
    }

    @Test
    void recursionIsFoundWhereItIs() {
        int recursive = 0;
        for (long seed = 0; seed < 200; seed++) {
            for (Schema schema : schemas(RandomSchemas.files(seed))) {
                Set<Long> expected = new HashSet<>();
                for (Node node : schema.nodes()) {
                    Set<Long> reached = new HashSet<>();
                    reach(schema, node, reached);
                    if (reached.contains(node.id())) {
                        expected.add(node.id());
                    }
                }
                assertThat(RecursiveStructs.in(schema)).as("seed %d", seed).isEqualTo(expected);
                recursive += expected.size();
            }
        }
        assertThat(recursive).isGreaterThan(200);
    }

    private static void reach(Schema schema, Node from, Set<Long> reached) {
        if (from instanceof Node.StructNode struct) {
            for (Member.Field field : struct.fields()) {
                Type type = field.type();
                while (type instanceof Type.ListOf list) {
                    type = list.element();
                }
                if (type instanceof Type.StructRef reference && reached.add(reference.id())) {
                    reach(schema, schema.node(reference.id()), reached);
                }
            }
        }
    }

    /** Of all files that declare a struct. */
    private static List<Schema> schemas(List<SchemaFile> files) {
        List<Node> roots = files.stream().map(SchemaFile::root).toList();
        return roots.stream()
                .filter(Node.StructNode.class::isInstance)
                .map(root -> Schema.of(root, roots))
                .toList();
    }
}
