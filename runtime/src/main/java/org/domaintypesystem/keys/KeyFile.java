package org.domaintypesystem.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Files that hold keys: nobody but their owner may read or write them, where the system knows such permissions. */
final class KeyFile {
    private static final int MOST_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private KeyFile() {}

    /**
     * What is in a file; the caller wipes it.
     *
     * @throws IllegalArgumentException if others may read or write it, or it is too large to be one
     */
    static byte[] read(Path file) throws IOException {
        byte[] read = new byte[MOST_BYTES + 1];
        int length;
        try (InputStream in = Files.newInputStream(file)) {
            refuseIfOpenToOthers(file);
            length = in.readNBytes(read, 0, read.length);
        }
        try {
            if (length > MOST_BYTES) {
                throw new IllegalArgumentException("key file " + file + " has more than " + MOST_BYTES + " bytes");
            }
            return Arrays.copyOf(read, length);
        } finally {
            Arrays.fill(read, (byte) 0);
        }
    }

    private static void refuseIfOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix == null) {
            return;
        }
        Set<PosixFilePermission> permissions = posix.readAttributes().permissions();
        for (PosixFilePermission each : OF_OTHERS) {
            if (permissions.contains(each)) {
                throw new IllegalArgumentException(
                        "key file %s may be read or written by others than its owner (%s): chmod 600 %s"
                                .formatted(file, PosixFilePermissions.toString(permissions), file));
            }
        }
    }

    /**
     * Makes a file that only its owner may read and write.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     */
    static void create(Path file, byte[] text) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel out = Files.newByteChannel(file, options, ownersOnly(file))) {
            ByteBuffer all = ByteBuffer.wrap(text);
            while (all.hasRemaining()) {
                out.write(all);
            }
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
