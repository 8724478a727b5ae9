package org.domaintypesystem.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.domaintypesystem.schema.StructLayout.Slot;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text, ids and layout against the reference compiler. */
@Tag("capnp")
class ReferenceCompilerTest {
    private static final Pattern DECLARATION = Pattern.compile("(?:struct|enum) \\w+ @0x(\\w+) \\{(?:  # (.*))?");
    private static final Pattern GROUP = Pattern.compile("(\\w+) :group \\{");
    private static final Pattern UNION = Pattern.compile("union \\{  # (.*)");
    private static final Pattern FIELD = Pattern.compile("\\w+ @(\\d+) :.*;  # (.*)");

    @TempDir
    private Path directory;

    @Test
    void layoutOfRandomStructsIsThatOfTheCompiler() throws IOException {
        int structs = 0;
        for (long seed = 0; seed < 60; seed++) {
            List<SchemaFile> files = RandomSchemas.files(seed);
            Path folder = Files.createDirectory(directory.resolve("seed" + seed));
            List<String> paths = write(files, folder);
            String printed = new String(CapnpTool.in(folder).compile("capnp", paths), UTF_8);
            Map<String, String> expected = compilersLayout(printed);
            Map<String, String> actual = new TreeMap<>();
            RandomSchemas.structs(files).forEach(struct -> describe(struct, actual));
            assertThat(actual).as("seed %d", seed).isEqualTo(expected);
            structs += RandomSchemas.structs(files).size();
        }
        assertThat(structs).isGreaterThan(500);
    }

    @Test
    void derivedIdsAreThoseOfTheCompiler() throws IOException {
        Files.writeString(directory.resolve("Order.capnp"), """
                @0x92bf37cf2a67f103;
                struct Order {
                  struct Entry3 {
                    enum Kind {}
                  }
                }
                """);
        String printed = new String(CapnpTool.in(directory).compile("capnp", List.of("Order.capnp")), UTF_8);
        long order = TypeIds.childId(0x92bf37cf2a67f103L, "Order");
        long entry = TypeIds.childId(order, "Entry3");
        assertThat(printed)
                .contains("struct Order @0x" + TypeIds.hex(order))
                .contains("struct Entry3 @0x" + TypeIds.hex(entry))
                .contains("enum Kind @0x" + TypeIds.hex(TypeIds.childId(entry, "Kind")));
    }

    @Test
    void docsBelongToWhatTheyDescribe() throws IOException {
        Member.Field plain = new Member.Field("plain", 0, Type.Basic.TEXT, "Of the field.");
        Member.Union union = Member.Union.optional("optional", 1, Type.Basic.INT32, "Of the union.\n\nIts end.");
        Node.StructNode root = new Node.StructNode(
                TypeIds.typeId(new TypeName("", "Documented")),
                new TypeName("", "Documented"),
                List.of(plain, union),
                List.of(),
                "Of the struct.");
        List<String> paths = write(List.of(SchemaFile.of(root)), directory);
        CapnpTool capnp = CapnpTool.in(directory);
        Files.writeString(directory.resolve("schema.capnp"), SOURCE_INFO);
        String request = capnp.decode("schema.capnp", "CodeGeneratorRequest", capnp.compile("-", paths));
        assertThat(request)
                .contains("docComment = \"Of the struct.\\n\"")
                .contains("docComment = \"Of the field.\\n\"")
                .contains("docComment = \"Of the union.\\n\\nIts end.\\n\"");
    }

    /** The part of the compiler's {@code schema.capnp} that holds comments. */
    private static final String SOURCE_INFO = """
            @0xf5b9311184e8ad3e;
            struct CodeGeneratorRequest {
              nodes @0 :AnyPointer;
              requestedFiles @1 :AnyPointer;
              capnpVersion @2 :AnyPointer;
              sourceInfo @3 :List(SourceInfo);
            }
            struct SourceInfo {
              id @0 :UInt64;
              docComment @1 :Text;
              members @2 :List(Member);
              struct Member { docComment @0 :Text; }
            }
            """;

    private static List<String> write(List<SchemaFile> files, Path folder) throws IOException {
        List<String> paths = new ArrayList<>();
        for (SchemaFile file : files) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, CapnpWriter.write(file));
            paths.add(file.path());
        }
        return paths;
    }

    private static void describe(Node.StructNode struct, Map<String, String> into) {
        StructLayout layout = StructLayout.of(struct);
        String id = TypeIds.hex(struct.id());
        into.put(id, "%d bytes, %d ptrs".formatted(layout.dataWords() * 8, layout.pointerCount()));
        struct.fields().forEach(field -> into.put(id + " @" + field.ordinal(), describe(layout.slot(field))));
        for (Member member : struct.members()) {
            if (member instanceof Member.Union union) {
                int offset = layout.tagOffset(union) * 16;
                into.put(id + " union " + union.name(), "tag bits [%d, %d)".formatted(offset, offset + 16));
            }
        }
    }

    private static String describe(Slot slot) {
        int bits = slot.storage().bits();
        String place = slot.storage() == Storage.POINTER
                ? "ptr[%d]".formatted(slot.offset())
                : "bits[%d, %d)".formatted(slot.offset() * bits, (slot.offset() + 1) * bits);
        return slot.tag() == Slot.NO_TAG ? place : place + ", union tag = " + slot.tag();
    }

    private static Map<String, String> compilersLayout(String printed) {
        Map<String, String> layout = new TreeMap<>();
        Deque<String> structs = new ArrayDeque<>();
        Deque<String> groups = new ArrayDeque<>();
        Deque<Runnable> ends = new ArrayDeque<>();
        for (String line : printed.lines().map(String::strip).toList()) {
            Matcher declaration = DECLARATION.matcher(line);
            Matcher group = GROUP.matcher(line);
            Matcher union = UNION.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (declaration.matches()) {
                structs.push(declaration.group(1));
                groups.push("");
                ends.push(() -> {
                    structs.pop();
                    groups.pop();
                });
                if (declaration.group(2) != null) {
                    layout.put(structs.peek(), declaration.group(2));
                }
            } else if (group.matches()) {
                groups.push(group.group(1));
                ends.push(groups::pop);
            } else if (union.matches()) {
                layout.put(structs.peek() + " union " + groups.peek(), union.group(1));
                ends.push(() -> {});
            } else if (field.matches()) {
                layout.put(structs.peek() + " @" + field.group(1), field.group(2));
            } else if (line.equals("}")) {
                ends.pop().run();
            }
        }
        return layout;
    }
}
