package org.domaintypesystem.nodes;

import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;

/** Reads the types of a struct's fields. */
final class TypesReader {
    private final WireReader in;
    private final NodeIndex index;
    private final NodeIndex.Declared owner;

    TypesReader(WireReader in, NodeIndex index, NodeIndex.Declared owner) {
        this.in = in;
        this.index = index;
        this.owner = owner;
    }

    /** The type of a field that has no default of its own: DTS has no others. */
    Type typeWithoutDefault(long field, String name) {
        Type type = type(in.struct(field, NodeLayout.TYPE), name, 0);
        if (in.bool(field, NodeLayout.HAS_DEFAULT_BIT) || !isZero(in.struct(field, NodeLayout.DEFAULT), type)) {
            throw refused(name, "has a default value, which DTS has not");
        }
        return type;
    }

    /** Whether a value is the one that is meant where there is none: nothing, or the zero of its type. */
    private boolean isZero(long value, Type type) {
        if (value == WireReader.ABSENT) {
            return true;
        }
        if (in.uint16(value, NodeLayout.KIND) != NodeLayout.kind(type)
                || in.int64(value, 0) >>> Short.SIZE != 0
                || in.int64(value, Long.BYTES) != 0) {
            return false;
        }
        if (type == Type.Basic.TEXT) {
            String text = in.text(value, 0);
            return text == null || text.isEmpty();
        }
        try {
            return type == Type.Basic.DATA
                    ? in.count(in.list(value, 0, ElementSize.BYTE)) == 0
                    : in.struct(value, 0) == WireReader.ABSENT;
        } catch (DecodeException e) {
            return false;
        }
    }

    private Type type(long type, String field, int depth) {
        int kind = in.uint16(type, NodeLayout.KIND);
        if (kind < NodeLayout.PLAIN_TYPES.size()) {
            return NodeLayout.PLAIN_TYPES.get(kind);
        }
        return switch (kind) {
            case NodeLayout.LIST_TYPE -> list(type, field, depth);
            case NodeLayout.ENUM_TYPE, NodeLayout.STRUCT_TYPE -> reference(type, field, kind);
            case NodeLayout.ANY_POINTER_TYPE -> anyPointer(type, field);
            case NodeLayout.INTERFACE_TYPE -> throw refused(field, "is an interface, which DTS has not");
            default -> throw refused(field, "is of a type that is not known");
        };
    }

    private Type list(long type, String field, int depth) {
        if (depth == SchemaLimits.MAX_LIST_DEPTH) {
            throw refused(field, "is a list of lists, deeper than " + SchemaLimits.MAX_LIST_DEPTH);
        }
        Type element = type(in.struct(type, NodeLayout.ELEMENT), field, depth + 1);
        if (element == Type.Basic.ANY_POINTER) {
            throw refused(field, "is a list of pointers to anything, which Cap'n Proto has not");
        }
        return new Type.ListOf(element);
    }

    private Type reference(long type, String field, int kind) {
        long id = in.int64(type, NodeLayout.REFERENCE);
        NodeIndex.Declared target = index.declared(id);
        if (target == null || target.isStruct() != (kind == NodeLayout.STRUCT_TYPE)) {
            throw refused(
                    field,
                    "refers to @0x" + TypeIds.hex(id) + ", which is no "
                            + (kind == NodeLayout.STRUCT_TYPE ? "struct" : "enum") + " among the nodes");
        }
        if (in.count(in.structList(in.struct(type, NodeLayout.BRAND), 0)) > 0) {
            throw refused(field, "is of a generic type");
        }
        return target.isStruct() ? new Type.StructRef(id, target.name()) : new Type.EnumRef(id, target.name());
    }

    private Type anyPointer(long type, String field) {
        if (in.uint16(type, NodeLayout.ANY_POINTER_KIND) != 0 || in.uint16(type, NodeLayout.UNCONSTRAINED_KIND) != 0) {
            throw refused(field, "is a type parameter, a capability or a pointer to any struct or any list");
        }
        return Type.Basic.ANY_POINTER;
    }

    private RefusedSchemaException refused(String field, String why) {
        return new RefusedSchemaException(owner.name() + "." + field + ' ' + why);
    }
}
