package org.domaintypesystem.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Cap'n Proto's type ids: the numbers by which types are known everywhere. An id is derived from names, unless it was
 * pinned in the source, and always has its top bit set.
 */
public final class TypeIds {
    private static final long TOP_BIT = Long.MIN_VALUE;

    private TypeIds() {}

    /**
     * The id of a schema file.
     *
     * @param file its path without a leading slash, for example {@code brewery/Temperature.capnp}
     */
    public static long fileId(String file) {
        if (file.startsWith("/")) {
            throw new IllegalArgumentException("a file id is that of the path without its leading slash: " + file);
        }
        return Digest.MD5.firstEightBytes(file.getBytes(UTF_8)) | TOP_BIT;
    }

    /** The id of a declaration within a file or within another declaration, by Cap'n Proto's own rule. */
    public static long childId(long parentId, String simpleName) {
        byte[] parent = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(parentId)
                .array();
        return Digest.MD5.firstEightBytes(parent, simpleName.getBytes(UTF_8)) | TOP_BIT;
    }

    /**
     * The id of a group, which every named union is, within a struct, by Cap'n Proto's own rule.
     *
     * @param structId the id of the struct that has it as a field
     * @param index the place of that field among those of the struct, by ordinal; a group is where its lowest ordinal is
     */
    public static long groupId(long structId, int index) {
        byte[] group = ByteBuffer.allocate(Long.BYTES + Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(structId)
                .putShort((short) index)
                .array();
        return Digest.MD5.firstEightBytes(group) | TOP_BIT;
    }

    /** The id of a type that has no pinned id, and whose enclosing types have none. */
    public static long typeId(TypeName name) {
        long id = fileId(name.file());
        for (String part : name.name().split("\\.", -1)) {
            id = childId(id, part);
        }
        return id;
    }

    /**
     * The id of a type that is declared inside another one, directly or not, which may have a pinned id.
     *
     * @param outermostId the id of the type that the file is named after
     * @param name the full name, for example {@code Order.Entry3}
     */
    public static long nestedId(long outermostId, TypeName name) {
        String[] parts = name.name().split("\\.", -1);
        long id = outermostId;
        for (int i = 1; i < parts.length; i++) {
            id = childId(id, parts[i]);
        }
        return id;
    }

    /** Whether the number can be an id at all: its top bit is set. */
    public static boolean isId(long number) {
        return (number & TOP_BIT) != 0;
    }

    /** The id as sixteen lower case hexadecimal digits. */
    public static String hex(long id) {
        return "%016x".formatted(id);
    }
}
