package org.domaintypesystem.maven.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.domaintypesystem.schema.TypeIds;

/** The schemas of a brewery, and of what it depends on. */
final class Samples {
    static final Path FOLDER = Path.of("src/test/resources/catalogue");

    private Samples() {}

    static Catalogue brewery() throws IOException {
        return CatalogueReader.read(own(), List.of(runtime()));
    }

    static SchemaSource own() throws IOException {
        return new SchemaSource(
                "org.example:brewery:1.0 & <more>",
                texts("own"),
                Set.of(
                        "Hello.capnp",
                        "brewery/Nothing.capnp",
                        "brewery/Temperature.capnp",
                        "brewery/plan/Batch.capnp",
                        "brewery/plan/Step.capnp"));
    }

    static SchemaSource runtime() throws IOException {
        return new SchemaSource("org.domaintypesystem:dts-runtime:1.0", texts("runtime"), Set.of());
    }

    /** The source of one file with this path and this declaration. */
    static SchemaSource file(String path, String declaration) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(path, "@0x" + TypeIds.hex(TypeIds.fileId(path)) + ";\n" + declaration);
        return new SchemaSource("test", texts, Set.of(path));
    }

    private static SortedMap<String, String> texts(String folder) throws IOException {
        Path root = FOLDER.resolve(folder);
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }
}
