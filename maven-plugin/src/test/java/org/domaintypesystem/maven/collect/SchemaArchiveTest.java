package org.domaintypesystem.maven.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.testing.Project;
import org.domaintypesystem.schema.testing.ExternalTool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaArchiveTest {
    private static final LocalDateTime DATE = LocalDateTime.of(2026, 1, 1, 0, 0);

    @TempDir
    Path folder;

    private ModuleSchemas schemas;

    @BeforeEach
    void setUp() throws Exception {
        Project project = new Project(folder.resolve("project"));
        project.source("Mode", "@DtsValue public enum Mode { @DtsUnknown OTHER, HEATING }");
        project.source("Vat", "@DtsType public record Vat(String name, java.util.UUID id, Mode mode) {}");
        project.generate();
        project.compile();
        schemas = ModuleSchemas.of(project.module());
    }

    @Test
    void holdsAllThatItsSchemasReferTo() throws Exception {
        assertThat(unpacked(folder.resolve("unpacked")).names())
                .containsExactly("brewery/Mode.capnp", "brewery/Vat.capnp", "dts/Uuid.capnp", "index.txt");
    }

    @Test
    @Tag("capnp")
    void theCompilerForCppTakesIt() throws Exception {
        FileTree files = unpacked(folder.resolve("unpacked"));
        for (String file : files.names(".capnp")) {
            ExternalTool.in(files.root(), "capnp")
                    .run(new byte[0], "compile", "--no-standard-import", "-I.", "--src-prefix=.", "-ocapnp", file);
        }
        // The back end for C++ is a program of its own, which comes with the library for C++.
        ExternalTool.in(files.root(), "capnpc-c++");
        for (String file : files.names(".capnp")) {
            ExternalTool.in(files.root(), "capnp").run(new byte[0], "compile", "-I.", "--src-prefix=.", "-oc++", file);
        }
        assertThat(files.text("brewery/Vat.capnp.h")).contains("struct Vat {").contains("brewery/Mode.capnp.h");
    }

    @Test
    void theSameSchemasAreTheSameBytesEverywhere() throws Exception {
        byte[] here = SchemaArchive.write(schemas, DATE);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(SchemaArchive.write(schemas, DATE)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private FileTree unpacked(Path into) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(SchemaArchive.write(schemas, DATE)), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        return new FileTree(into);
    }
}
