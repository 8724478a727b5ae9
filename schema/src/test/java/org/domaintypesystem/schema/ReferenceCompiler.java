package org.domaintypesystem.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.domaintypesystem.schema.StructLayout.Slot;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.RandomSchemas;

/** What the reference compiler says of a layout, and what {@link StructLayout} says, in the same words. */
final class ReferenceCompiler {
    private static final Pattern DECLARATION = Pattern.compile("(?:struct|enum) \\w+ @0x(\\w+) \\{(?:  # (.*))?");
    private static final Pattern GROUP = Pattern.compile("(\\w+) :group \\{");
    private static final Pattern UNION = Pattern.compile("union \\{  # (.*)");
    private static final Pattern FIELD = Pattern.compile("\\w+ @(\\d+) :.*;  # (.*)");

    private ReferenceCompiler() {}

    /** Writes the files, by their paths, into a folder. */
    static void write(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path path = folder.resolve(text.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, text.getValue());
        }
    }

    /** The places of all fields in the files at these paths, as the compiler prints them. */
    static Map<String, String> layout(Path folder, List<String> paths) {
        return compilersLayout(new String(CapnpTool.in(folder).compile("capnp", paths), UTF_8));
    }

    /** The places of all fields of the files, as {@link StructLayout} knows them. */
    static Map<String, String> describe(List<SchemaFile> files) {
        Map<String, String> layout = new TreeMap<>();
        RandomSchemas.structs(files).forEach(struct -> describe(struct, layout));
        return layout;
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
