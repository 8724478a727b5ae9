package org.domaintypesystem.maven.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.domaintypesystem.maven.build.UserFault;

/**
 * Schemas in a jar, for those who use them from another language: its root is the import path, and it holds all that its
 * schemas refer to.
 */
public final class SchemaArchive {
    private SchemaArchive() {}

    /**
     * The bytes of the jar, which depend on nothing but the schemas and the date.
     *
     * @param date of all entries
     */
    public static byte[] write(ModuleSchemas schemas, LocalDateTime date) throws IOException, UserFault {
        SchemaTexts dependencies = schemas.dependencies().texts();
        SortedMap<String, String> entries =
                new TreeMap<>(schemas.texts().closure(dependencies).byPath());
        entries.put(SchemaIndex.NAME, SchemaIndex.write(schemas.texts(), dependencies));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                ZipEntry file = new ZipEntry(entry.getKey());
                file.setTimeLocal(date);
                zip.putNextEntry(file);
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
