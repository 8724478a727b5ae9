package org.domaintypesystem.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.maven.build.WorkRecords.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkRecordsTest {
    @TempDir
    Path base;

    private Module module;
    private FileTree files;
    private FileTree source;

    @BeforeEach
    void setUp() throws Exception {
        module = new Module(base, base.resolve("target"), base.resolve("target/classes"), List.of(), List.of());
        files = new FileTree(base);
        source = new FileTree(base.resolve("src"));
        source.write("a.txt", "1");
        source.write("b/c.txt", "2");
    }

    /** Copies a folder; a file that says so is a fault. */
    private final class Copying implements Work {
        private final FileTree to;
        private final List<Path> forgotten = new ArrayList<>();

        Copying(String to) {
            this.to = new FileTree(files.file(to));
        }

        @Override
        public void addInputs(ContentHash inputs) throws IOException {
            inputs.add("source", source.root());
        }

        @Override
        public List<Path> outputs() {
            return List.of(to.root());
        }

        @Override
        public Result run() throws IOException, UserFault {
            if (source.text("a.txt").equals("fault")) {
                throw new UserFault("a.txt:1: fault");
            }
            to.mirror(source);
            return new Result(source.names().size(), List.of("first\nsecond \\n line", "größe"));
        }

        @Override
        public void forget(Path output) {
            forgotten.add(base.relativize(output));
        }
    }

    private Outcome bringUpToDate(String name, Work work) throws IOException, UserFault {
        return bringUpToDate(name, "1.0", work);
    }

    private Outcome bringUpToDate(String name, String version, Work work) throws IOException, UserFault {
        return new WorkRecords(module).bringUpToDate(name, new ContentHash().add("version", version), work);
    }

    @Test
    void nothingIsDoneTwiceAndWhatWasSaidIsSaidAgain() throws Exception {
        Outcome first = bringUpToDate("copy@x", new Copying("to"));
        assertThat(first).isEqualTo(new Outcome(true, 2, List.of("first\nsecond \\n line", "größe")));
        assertThat(bringUpToDate("copy@x", new Copying("to"))).isEqualTo(new Outcome(false, 2, first.warnings()));
    }

    @Test
    void everyChangeOfInputsCounts() throws Exception {
        bringUpToDate("copy@x", new Copying("to"));
        assertThat(bringUpToDate("copy@x", "1.1", new Copying("to")).isNew()).isTrue();
        source.write("a.txt", "3");
        assertThat(bringUpToDate("copy@x", "1.1", new Copying("to")).isNew()).isTrue();
        assertThat(bringUpToDate("copy@y", "1.1", new Copying("to")).isNew()).isTrue();
        assertThat(bringUpToDate("copy@x", "1.1", new Copying("to")).isNew()).isFalse();
    }

    @Test
    void outputsThatSomebodyChangedAreMadeAnew() throws Exception {
        bringUpToDate("copy@x", new Copying("to"));
        files.delete("to/a.txt");
        assertThat(bringUpToDate("copy@x", new Copying("to")).isNew()).isTrue();
        files.write("to/a.txt", "edited");
        assertThat(bringUpToDate("copy@x", new Copying("to")).isNew()).isTrue();
        assertThat(files.text("to/a.txt")).isEqualTo("1");
        files.write("to/added.txt", "by hand");
        assertThat(bringUpToDate("copy@x", new Copying("to")).isNew()).isTrue();
        assertThat(files.file("to/added.txt")).doesNotExist();
        new FileTree(base.resolve("target")).deleteAll();
        assertThat(bringUpToDate("copy@x", new Copying("to")).isNew()).isTrue();
    }

    @Test
    void workThatFailedIsDoneAgain() throws Exception {
        bringUpToDate("copy@x", new Copying("to"));
        source.write("a.txt", "fault");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> bringUpToDate("copy@x", new Copying("to"))).isInstanceOf(UserFault.class);
        }
        source.write("a.txt", "1");
        assertThat(bringUpToDate("copy@x", new Copying("to")).isNew()).isTrue();
    }

    @Test
    void aDamagedRecordIsNone() throws Exception {
        bringUpToDate("copy@x", new Copying("to"));
        FileTree records = new FileTree(base.resolve("target/maven-status/dts-maven-plugin"));
        String name = records.names().first();
        records.write(name, records.text(name).replace("types 2", "types two"));
        assertThat(bringUpToDate("copy@x", new Copying("to")).isNew()).isTrue();
        records.write(name, "output x");
        assertThat(bringUpToDate("copy@x", new Copying("to")).isNew()).isTrue();
    }

    @Test
    void whatIsGoneIsForgottenEvenIfItsFolderWasDeleted() throws Exception {
        bringUpToDate("copy@x", new Copying("to"));
        new FileTree(base.resolve("to")).deleteAll();
        source.delete("b/c.txt");
        Copying copying = new Copying("to");
        bringUpToDate("copy@x", copying);
        assertThat(copying.forgotten).containsExactly(Path.of("to", "b", "c.txt"));
    }

    @Test
    void outputsThatAreNoneAnyMoreAreDeletedUnlessSomebodyChangedThem() throws Exception {
        bringUpToDate("copy@x", new Copying("to/old"));
        files.write("to/old/a.txt", "edited");
        bringUpToDate("copy@x", new Copying("to/new"));
        assertThat(new FileTree(base.resolve("to")).names()).containsExactly("new/a.txt", "new/b/c.txt", "old/a.txt");
        assertThat(files.file("to/old/b")).doesNotExist();
    }

    @Test
    void executionsThatSwapTheirFoldersKeepThem() throws Exception {
        bringUpToDate("copy@x", new Copying("one"));
        bringUpToDate("copy@y", new Copying("two"));
        bringUpToDate("copy@x", new Copying("two"));
        bringUpToDate("copy@y", new Copying("one"));
        for (String folder : List.of("one", "two")) {
            assertThat(new FileTree(base.resolve(folder)).names()).containsExactly("a.txt", "b/c.txt");
        }
        assertThat(bringUpToDate("copy@x", new Copying("two")).isNew()).isFalse();
        assertThat(bringUpToDate("copy@y", new Copying("one")).isNew()).isFalse();
    }

    @Test
    void namesThatLookAlikeAreNotTheSame() throws Exception {
        List<String> names = List.of("copy-x@y", "copy@x-y", "copy@x y", "copy@X-y", "copy@größe", "copy@größen");
        for (String name : names) {
            assertThat(bringUpToDate(name, new Copying(name)).isNew()).isTrue();
        }
        for (String name : names) {
            assertThat(bringUpToDate(name, new Copying(name)).isNew()).isFalse();
        }
        FileTree records = new FileTree(base.resolve("target/maven-status/dts-maven-plugin"));
        assertThat(records.names().stream().map(String::toLowerCase)).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void workThatIsNotWantedAnyMoreIsUndone() throws Exception {
        Copying copying = new Copying("to");
        files.write("to/of/others.txt", "by hand");
        new WorkRecords(module).undo("copy@x", copying);
        assertThat(files.file("to/of/others.txt")).exists();
        bringUpToDate("copy@x", copying);
        copying.forgotten.clear();
        new WorkRecords(module).undo("copy@x", copying);
        assertThat(files.file("to")).doesNotExist();
        assertThat(copying.forgotten).hasSize(2);
        assertThat(bringUpToDate("copy@x", copying).isNew()).isTrue();
    }

    @Test
    void foldersMayBeElsewhere(@TempDir Path elsewhere) throws Exception {
        source.write("a.txt", "1");
        FileTree other = new FileTree(elsewhere.resolve("x"));
        Work work = new Copying(other.root().toString());
        bringUpToDate("copy@x", work);
        assertThat(bringUpToDate("copy@x", work).isNew()).isFalse();
        bringUpToDate("copy@x", new Copying("to"));
        assertThat(other.names()).isEmpty();
    }
}
