package org.domaintypesystem.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.RandomSchemas;
import org.domaintypesystem.schema.testing.RandomValues;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random values of random schemas, as the reference compiler encodes and shows them. */
@Tag("capnp")
class RandomDynamicTest {
    private static final int SEEDS = Integer.getInteger("dts.seeds", 12);

    @TempDir
    private Path directory;

    @Test
    void whatTheToolEncodesIsReadAndWhatIsWrittenTheToolShows() throws IOException {
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
            List<Node> roots = files.stream().map(SchemaFile::root).toList();
            Map<Long, Node> nodes = RandomSchemas.structs(files).stream()
                    .collect(Collectors.toMap(Node.StructNode::id, Function.identity()));
            Random random = new Random(seed);
            for (SchemaFile file : files) {
                if (!(file.root() instanceof Node.StructNode struct)) {
                    continue;
                }
                DynamicCodec codec = DynamicCodec.of(Schema.of(struct, roots));
                codec.schema().nodes().forEach(node -> nodes.put(node.id(), node));
                String name = struct.name().simple();
                String text = new RandomValues(nodes, random).of(struct);
                byte[] message = capnp.encode(file.path(), name, text);
                DynamicStruct value = codec.decode(message, 0, message.length);
                byte[] again = encode(codec, value);
                assertThat(capnp.decode(file.path(), name, again))
                        .as("seed %d, %s: %s", seed, name, value)
                        .isEqualTo(capnp.decode(file.path(), name, message));
                assertThat(codec.decode(again, 0, again.length)).isEqualTo(value);
                values++;
            }
        }
        assertThat(values).isGreaterThan(2 * SEEDS);
    }

    private static byte[] encode(DynamicCodec codec, DynamicStruct value) {
        byte[] buffer = new byte[1 << 18];
        Arrays.fill(buffer, (byte) 0xA5);
        return Arrays.copyOf(buffer, codec.encode(value, buffer, 0, buffer.length));
    }
}
