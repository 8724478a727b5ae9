package org.domaintypesystem.nodes;

import java.util.List;
import org.domaintypesystem.schema.Type;

/**
 * Where the fields of {@code schema.capnp} lie that DTS writes and reads: offsets in bytes in the data section, indexes of
 * pointers. What is not here is never written, so that structs end before it.
 */
final class NodeLayout {
    /** The nodes of a {@code Schema} of {@code dts.capnp}. */
    static final int NODES = 0;

    static final int NODE_DATA_WORDS = 5;
    static final int NODE_POINTERS = 4;
    static final int ID = 0;
    static final int PREFIX_LENGTH = 8;
    static final int NODE_KIND = 12;
    static final int DATA_WORD_COUNT = 14;
    static final int SCOPE_ID = 16;
    static final int POINTER_COUNT = 24;
    static final int LIST_ENCODING = 26;
    static final int IS_GROUP_BIT = 28 * Byte.SIZE;
    static final int DISCRIMINANT_COUNT = 30;
    static final int DISCRIMINANT_OFFSET = 32;
    static final int IS_GENERIC_BIT = 36 * Byte.SIZE;
    static final int DISPLAY_NAME = 0;
    static final int NESTED_NODES = 1;
    static final int MEMBERS = 3;
    static final int PARAMETERS = 5;

    static final int FILE = 0;
    static final int STRUCT = 1;
    static final int ENUM = 2;
    /** The names of all kinds of nodes. */
    static final List<String> KINDS = List.of("file", "struct", "enum", "interface", "constant", "annotation");

    static final int INLINE_COMPOSITE = 7;

    static final int NESTED_DATA_WORDS = 1;
    static final int NESTED_POINTERS = 1;

    static final int FIELD_DATA_WORDS = 3;
    static final int FIELD_POINTERS = 4;
    static final int CODE_ORDER = 0;
    static final int DISCRIMINANT = 2;
    static final int OFFSET = 4;
    static final int FIELD_KIND = 8;
    static final int ORDINAL_KIND = 10;
    static final int ORDINAL = 12;
    static final int GROUP_ID = 16;
    static final int HAS_DEFAULT_BIT = 16 * Byte.SIZE;
    static final int NAME = 0;
    static final int TYPE = 2;
    static final int DEFAULT = 3;

    static final int SLOT = 0;
    static final int GROUP = 1;
    static final int EXPLICIT = 1;
    /** The discriminant of a field in no union, which is its default, too: what is stored is the difference. */
    static final int NO_DISCRIMINANT = 0xFFFF;

    static final int ENUMERANT_DATA_WORDS = 1;
    static final int ENUMERANT_POINTERS = 1;

    /** Of a type and of a value. */
    static final int KIND = 0;

    static final int REFERENCE = 8;
    static final int ANY_POINTER_KIND = 8;
    static final int UNCONSTRAINED_KIND = 10;
    static final int ELEMENT = 0;
    static final int BRAND = 0;

    /** The types whose kind is their place in this list. */
    static final List<Type.Basic> PLAIN_TYPES = List.of(
            Type.Basic.VOID,
            Type.Basic.BOOL,
            Type.Basic.INT8,
            Type.Basic.INT16,
            Type.Basic.INT32,
            Type.Basic.INT64,
            Type.Basic.UINT8,
            Type.Basic.UINT16,
            Type.Basic.UINT32,
            Type.Basic.UINT64,
            Type.Basic.FLOAT32,
            Type.Basic.FLOAT64,
            Type.Basic.TEXT,
            Type.Basic.DATA);

    static final int LIST_TYPE = 14;
    static final int ENUM_TYPE = 15;
    static final int STRUCT_TYPE = 16;
    static final int INTERFACE_TYPE = 17;
    static final int ANY_POINTER_TYPE = 18;

    private NodeLayout() {}

    /** The kind of a type, and of a value of it. */
    static int kind(Type type) {
        if (type instanceof Type.ListOf) {
            return LIST_TYPE;
        }
        if (type instanceof Type.StructRef) {
            return STRUCT_TYPE;
        }
        if (type instanceof Type.EnumRef) {
            return ENUM_TYPE;
        }
        return type == Type.Basic.ANY_POINTER ? ANY_POINTER_TYPE : PLAIN_TYPES.indexOf(type);
    }
}
