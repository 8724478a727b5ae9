package org.domaintypesystem.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {
    @TempDir
    Path folder;

    @Test
    void partsAreNotRunTogether() {
        assertThat(new ContentHash().add("a", "bc").hex())
                .isNotEqualTo(new ContentHash().add("ab", "c").hex());
        assertThat(new ContentHash().add("a", "bc").hex())
                .isEqualTo(new ContentHash().add("a", "bc").hex());
    }

    @Test
    void namesAndContentOfFilesCount() throws Exception {
        FileTree tree = new FileTree(folder.resolve("tree"));
        String missing = hash(tree);
        tree.write("a/b", "1");
        String one = hash(tree);
        tree.write("a/b", "2");
        String two = hash(tree);
        tree.delete("a/b");
        tree.write("a/c", "2");
        assertThat(hash(tree)).isNotIn(missing, one, two);
        assertThat(one).isNotIn(missing, two);
        tree.write("a/b", "2");
        tree.delete("a/c");
        assertThat(hash(tree)).isEqualTo(two);
    }

    @Test
    void foldersBecomeAlike() throws Exception {
        FileTree from = new FileTree(folder.resolve("from"));
        FileTree to = new FileTree(folder.resolve("to"));
        from.write("a/b", "1");
        to.write("a/c/d", "2");
        to.mirror(from);
        assertThat(to.names()).containsExactly("a/b");
        assertThat(to.file("a/c")).doesNotExist();
    }

    private static String hash(FileTree tree) throws Exception {
        return new ContentHash().add("tree", tree.root()).hex();
    }
}
