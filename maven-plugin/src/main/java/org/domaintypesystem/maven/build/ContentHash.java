package org.domaintypesystem.maven.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash of all that some work depends on. Dates of files do not count, only what is in them. */
public final class ContentHash {
    private final MessageDigest digest;

    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Adds a value; what it is called counts too. */
    public ContentHash add(String name, String value) {
        part(name.getBytes(StandardCharsets.UTF_8));
        part(value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a file, or a folder with all that is in it and with the names there. What does not exist counts as that. */
    public ContentHash add(String name, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            FileTree tree = new FileTree(path);
            for (String file : tree.names()) {
                add(name + '/' + file, tree.file(file));
            }
            return add(name, "folder");
        }
        if (!Files.isRegularFile(path)) {
            return add(name, "missing");
        }
        part(name.getBytes(StandardCharsets.UTF_8));
        part(Files.readAllBytes(path));
        return this;
    }

    /** The hash of what was added so far; call it once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length in front, so that no two lists of parts look alike. */
    private void part(byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >> shift));
        }
        digest.update(bytes);
    }
}
