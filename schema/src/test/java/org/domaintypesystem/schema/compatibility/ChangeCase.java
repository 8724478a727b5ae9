package org.domaintypesystem.schema.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.TypeIds;

/** A change as a file of text: sections {@code --- before <path>}, {@code --- after <path>} and {@code --- changes}. */
record ChangeCase(
        Path file, String head, Map<String, String> textsBefore, Map<String, String> textsAfter, String changes) {
    private static final String CHANGES = "--- changes\n";

    static ChangeCase read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int end = text.indexOf(CHANGES) + CHANGES.length();
        String head = text.substring(0, end);
        return new ChangeCase(file, head, texts(head, "before"), texts(head, "after"), text.substring(end));
    }

    List<SchemaFile> before() {
        return files(textsBefore);
    }

    List<SchemaFile> after() {
        return files(textsAfter);
    }

    Schema schemaBefore() {
        return schema(textsBefore);
    }

    Schema schemaAfter() {
        return schema(textsAfter);
    }

    void expect(String actual) {
        if (Boolean.getBoolean("dts.golden.update")) {
            try {
                Files.writeString(file, head + actual);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        assertThat(actual).as(file.toString()).isEqualTo(changes);
    }

    /** The files, with the file ids that the sections leave out. */
    private static Map<String, String> texts(String head, String side) {
        Map<String, String> texts = new LinkedHashMap<>();
        String mark = "--- " + side + ' ';
        for (String section : head.split("(?m)^(?=--- )")) {
            if (section.startsWith(mark)) {
                int lineEnd = section.indexOf('\n');
                String path = section.substring(mark.length(), lineEnd);
                texts.put(path, "@0x" + TypeIds.hex(TypeIds.fileId(path)) + ";" + section.substring(lineEnd));
            }
        }
        return texts;
    }

    private static List<SchemaFile> files(Map<String, String> texts) {
        List<SchemaFile> files = new ArrayList<>();
        texts.keySet().forEach(path -> files.add(CapnpReader.readFile(path, texts::get)));
        return files;
    }

    private static Schema schema(Map<String, String> texts) {
        return CapnpReader.read(texts.keySet().iterator().next(), texts::get);
    }
}
