package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.WireReader;
import org.jspecify.annotations.Nullable;

/**
 * Who is here, and some of what it publishes and listens to: what {@code Announcement} is in dts.capnp.
 *
 * @param asks whether it is a newcomer's, who wants to know who else is here
 */
record Announcement(long sender, String node, String host, long pid, boolean asks, List<AnnouncedType> types) {
    static final int DATA_WORDS = 1;
    static final int POINTERS = 3;
    static final int TYPE_DATA_WORDS = 4;
    static final int TYPE_POINTERS = 1;

    /** Longer names than anybody has are cut where they are read. */
    private static final int MAX_NAME = 1024;

    /**
     * Reads an announcement. Types of roles that are not known here are left out.
     *
     * @throws DecodeException if it is none
     */
    static Announcement read(InboundMessage message) {
        long struct = message.payload();
        WireReader in = message.reader();
        List<AnnouncedType> types = new ArrayList<>();
        long list = in.structList(struct, 2);
        int count = in.count(list);
        for (int i = 0; i < count; i++) {
            long type = in.element(list, i);
            Role role = Role.of(in.uint16(type, 16));
            if (role != null) {
                types.add(new AnnouncedType(
                        name(in.text(type, 0)), in.int64(type, 0), in.int64(type, 8), role, in.int64(type, 24)));
            }
        }
        return new Announcement(
                message.sender(),
                name(in.text(struct, 0)),
                name(in.text(struct, 1)),
                in.int32(struct, 0) & 0xFFFF_FFFFL,
                in.bool(struct, 32),
                types);
    }

    private static String name(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) : text;
    }
}
