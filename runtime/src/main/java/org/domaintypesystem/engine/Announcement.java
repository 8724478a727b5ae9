package org.domaintypesystem.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.codec.FieldReader;
import org.domaintypesystem.codec.WireReader;
import org.jspecify.annotations.Nullable;

/**
 * Who is here, and some of what it publishes and listens to: what {@code Announcement} is in dts.capnp. One object that shows
 * one announcement after another, in place. Types of roles that are not known here are left out. All that reads throws
 * {@link org.domaintypesystem.codec.DecodeException} where it meets what is none.
 */
final class Announcement {
    static final int DATA_WORDS = 1;
    static final int POINTERS = 3;
    static final int TYPE_DATA_WORDS = 4;
    static final int TYPE_POINTERS = 1;

    /** Names that are longer in UTF-8 are cut, by those who write them and by those who read them. */
    static final int MAX_TYPE_NAME = 512;

    static final int MAX_NODE_NAME = 128;

    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private WireReader in = new WireReader();
    private long sender;
    private long sequence;
    private long struct;
    private long first;
    private int count;
    private int next;

    private long type;
    private Role role = Role.NONE;

    void show(InboundMessage message) {
        sender = message.sender();
        sequence = message.sequence();
        struct = message.payload();
        in = message.reader();
        count = in.count(in.structList(struct, 2));
        first = in.first();
        rewind();
    }

    long sender() {
        return sender;
    }

    long sequence() {
        return sequence;
    }

    String node() {
        return cut(in.text(struct, 0), MAX_NODE_NAME);
    }

    String host() {
        return cut(in.text(struct, 1), MAX_NODE_NAME);
    }

    long pid() {
        return in.int32(struct, 0) & 0xFFFF_FFFFL;
    }

    /** Whether it is a newcomer's, who wants to know who else is here. */
    boolean asks() {
        return in.bool(struct, 32);
    }

    /** Has {@link #nextType} begin with the first. */
    void rewind() {
        next = 0;
    }

    /** Goes to the next type; whether there is one. */
    boolean nextType() {
        while (next < count) {
            type = FieldReader.following(first, next++);
            @Nullable Role known = Role.of(in.uint16(type, 16));
            if (known != null) {
                role = known;
                return true;
            }
        }
        return false;
    }

    long typeId() {
        return in.int64(type, 0);
    }

    long schemaId() {
        return in.int64(type, 8);
    }

    Role role() {
        return role;
    }

    long last() {
        return in.int64(type, 24);
    }

    /**
     * A number for all that it says of types, last sequences left aside. Two announcements of one sender that have the same one
     * say the same, unless the sender has taken pains that they do not.
     */
    long digest(long seed) {
        long digest = seed ^ count;
        for (int i = 0; i < count; i++) {
            long each = FieldReader.following(first, i);
            digest = (digest ^ in.int64(each, 0)) * MULTIPLIER;
            digest = (digest ^ digest >>> 29 ^ in.int64(each, 8)) * MULTIPLIER;
            digest = in.hashText(each, 0, digest ^ digest >>> 29 ^ in.uint16(each, 16));
        }
        return digest;
    }

    /** All types. */
    List<AnnouncedType> types() {
        List<AnnouncedType> types = new ArrayList<>();
        rewind();
        while (nextType()) {
            types.add(new AnnouncedType(cut(in.text(type, 0), MAX_TYPE_NAME), typeId(), schemaId(), role, last()));
        }
        return types;
    }

    /** As much of a name as is announced. */
    static String cut(@Nullable String name, int maxBytes) {
        if (name == null) {
            return "";
        }
        // A char takes three bytes at most.
        if (name.length() * 3L <= maxBytes) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= maxBytes) {
            return name;
        }
        int end = maxBytes;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
