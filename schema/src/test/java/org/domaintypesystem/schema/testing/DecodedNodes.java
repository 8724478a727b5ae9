package org.domaintypesystem.schema.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a message, as the tool reads them by its own {@code schema.capnp}. The root has them as its first pointer,
 * as a {@code CodeGeneratorRequest} has and the {@code Schema} of {@code dts.capnp}.
 */
public final class DecodedNodes {
    private static final String FILE = "nodes.capnp";
    private static final String TYPE = "Nodes";
    private static final String OPAQUE = "<opaque pointer>";
    private static final String SCHEMA = """
            @0xf5b9311184e8ad3e;
            using Capnp = import "/capnp/schema.capnp";
            struct Nodes { nodes @0 :List(Capnp.Node); }
            """;

    private final CapnpTool tool;

    private DecodedNodes(CapnpTool tool) {
        this.tool = tool;
    }

    /** Reads in a folder, where a file is written that says what to read. */
    public static DecodedNodes in(Path folder) {
        try {
            CapnpTool tool = CapnpTool.in(folder);
            Files.writeString(folder.resolve(FILE), SCHEMA);
            return new DecodedNodes(tool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tool prints. */
    public String text(byte[] message) {
        return tool.decode(FILE, TYPE, message);
    }

    /** The message of what the tool prints. */
    public byte[] message(String text) {
        return tool.encode(FILE, TYPE, text);
    }

    /** The nodes by id, without lists that are empty. */
    @SuppressWarnings("unchecked")
    public SortedMap<String, Map<String, Object>> nodes(byte[] message) {
        String text = text(message).replace(OPAQUE, "opaque");
        SortedMap<String, Map<String, Object>> nodes = new TreeMap<>();
        for (Object node : (List<Object>) DecodedValue.struct(text).get("nodes")) {
            Map<String, Object> content = (Map<String, Object>) node;
            removeEmptyLists(content);
            nodes.put((String) content.get("id"), content);
        }
        return nodes;
    }

    /**
     * Compares nodes with those that the compiler made of the same schema, field by field. Only reachable ones are written,
     * so others may miss: among the nested ones, and as scopes.
     */
    public static void assertSame(
            SortedMap<String, Map<String, Object>> written, SortedMap<String, Map<String, Object>> compiled) {
        assertThat(written).isNotEmpty();
        written.forEach((id, node) -> {
            assertThat(compiled).containsKey(id);
            Map<String, Object> expected = new HashMap<>(compiled.get(id));
            if (node.get("scopeId").equals("0")) {
                assertThat(written).doesNotContainKey((String) expected.get("scopeId"));
                expected.put("scopeId", "0");
            }
            expected.computeIfPresent("nestedNodes", (name, nested) -> those((List<?>) nested, written.keySet()));
            assertThat(node).isEqualTo(expected);
        });
    }

    private static @Nullable List<?> those(List<?> nested, Set<String> ids) {
        List<?> those = nested.stream()
                .filter(entry -> ids.contains(((Map<?, ?>) entry).get("id")))
                .toList();
        return those.isEmpty() ? null : those;
    }

    @SuppressWarnings("unchecked")
    private static void removeEmptyLists(Map<String, Object> struct) {
        struct.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
        for (Object value : struct.values()) {
            if (value instanceof Map<?, ?> inner) {
                removeEmptyLists((Map<String, Object>) inner);
            }
        }
    }
}
