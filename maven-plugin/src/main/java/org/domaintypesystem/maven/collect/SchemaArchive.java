package org.domaintypesystem.maven.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.domaintypesystem.maven.build.ContentHash;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.Work;

/**
 * Schemas in a jar, for those who use them from another language: its root is the import path, and it holds all that its
 * schemas refer to.
 */
public final class SchemaArchive implements Work {
    private final Module module;
    private final Path file;
    private final LocalDateTime date;

    /**
     * Prepares to write the jar of a module.
     *
     * @param date of all entries
     */
    public SchemaArchive(Module module, Path file, LocalDateTime date) {
        this.module = module;
        this.file = file;
        this.date = date;
    }

    @Override
    public void addInputs(ContentHash inputs) throws IOException {
        ModuleSchemas.addInputs(module, inputs);
        inputs.add("date", date.toString());
    }

    @Override
    public List<Path> outputs() {
        return List.of(file);
    }

    /** Writes the jar; there is none for a module without types. */
    @Override
    public Result run() throws IOException, UserFault {
        ModuleSchemas schemas = ModuleSchemas.of(module);
        if (schemas.texts().isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, write(schemas, date));
        }
        return new Result(schemas.texts().byPath().size(), List.of());
    }

    /**
     * The bytes of the jar, which depend on nothing but the schemas and the date.
     *
     * @param date of all entries
     */
    static byte[] write(ModuleSchemas schemas, LocalDateTime date) throws IOException, UserFault {
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
