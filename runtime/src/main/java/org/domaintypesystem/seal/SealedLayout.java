package org.domaintypesystem.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.domaintypesystem.codec.Framing;

/** Where things are in messages, plain and sealed, in their usual form; see {@code META-INF/dts/dts.capnp}. */
final class SealedLayout {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final int MAGIC = 0x5444;
    static final int VERSION = 1;

    /** The bodies that matter here, by their union tags. */
    static final int PAYLOAD = 0;

    static final int BATCH = 1;
    static final int BYTES = 2;
    static final int FRAGMENT = 3;
    static final int SEALED = 4;
    static final int REPLY = 6;

    /** The flag of a copy of a last value. */
    static final int LAST_VALUE = 1;

    /** Of a message: the pointer to its root, the root's data section and the fields in it, its pointer, and what follows. */
    static final int ROOT = Framing.BYTES;

    static final int HEADER = ROOT + Long.BYTES;
    static final int HEADER_BYTES = 6 * Long.BYTES;
    static final int SENDER = 8;
    static final int TYPE_ID = 16;
    static final int SCHEMA_ID = 24;
    static final int SEQUENCE = 32;
    static final int TIMESTAMP = 40;
    static final int BODY = HEADER + HEADER_BYTES;
    static final int CONTENT = BODY + Long.BYTES;

    /** Pointer to a root that lies right behind it, has the header and one pointer. */
    static final long ROOT_POINTER = 6L << 32 | 1L << 48;

    /** Likewise of the message that is sealed, whose header is one word. */
    static final long INNER_ROOT_POINTER = 1L << 32 | 1L << 48;

    /** Of the message that is sealed, before what the body's pointer leads to: framing, root pointer, a word, that pointer. */
    static final int INNER_CONTENT = Framing.BYTES + 3 * Long.BYTES;

    /** Where it begins, so that its content lies where a plain message has it. */
    static final int INNER = CONTENT - INNER_CONTENT;

    /** Of the struct {@code Sealed}: its fields, its size, the index of its pointer. */
    static final int KEY_ID = 0;

    static final int COUNTER = 4;
    static final int FRAGMENT_INDEX = 8;
    static final int FRAGMENT_COUNT = 12;
    static final int SEALED_BYTES = 2 * Long.BYTES;
    static final int CIPHERTEXT = CONTENT + SEALED_BYTES + Long.BYTES;

    /** Of the struct {@code Fragment}. */
    static final int INDEX = 8;

    static final int COUNT = 12;
    static final int OF_BODY = 16;

    static final int TAG_BYTES = 16;

    private SealedLayout() {}
}
