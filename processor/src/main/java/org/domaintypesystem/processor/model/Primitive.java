package org.domaintypesystem.processor.model;

import com.palantir.javapoet.TypeName;
import javax.lang.model.type.TypeKind;
import org.domaintypesystem.schema.Type;

/** The primitive types of Java, with what the codec calls for each. */
public enum Primitive {
    BOOLEAN(Type.Basic.BOOL, "bool", "Booleans"),
    BYTE(Type.Basic.INT8, "int8", "Bytes"),
    SHORT(Type.Basic.INT16, "int16", "Shorts"),
    CHAR(Type.Basic.UINT16, "uint16", "Characters"),
    INT(Type.Basic.INT32, "int32", "Integers"),
    LONG(Type.Basic.INT64, "int64", "Longs"),
    FLOAT(Type.Basic.FLOAT32, "float32", "Floats"),
    DOUBLE(Type.Basic.FLOAT64, "float64", "Doubles");

    private final Type.Basic schemaType;
    /** The method of the wire reader and writer. */
    public final String accessor;
    /** What the methods for lists of boxed values end with. */
    public final String listSuffix;

    Primitive(Type.Basic schemaType, String accessor, String listSuffix) {
        this.schemaType = schemaType;
        this.accessor = accessor;
        this.listSuffix = listSuffix;
    }

    /** The type in the schema; only integers have an unsigned one. */
    public Type.Basic schemaType(boolean isUnsigned) {
        if (!isUnsigned) {
            return schemaType;
        }
        return switch (this) {
            case BYTE -> Type.Basic.UINT8;
            case SHORT -> Type.Basic.UINT16;
            case INT -> Type.Basic.UINT32;
            case LONG -> Type.Basic.UINT64;
            case BOOLEAN, CHAR, FLOAT, DOUBLE -> schemaType;
        };
    }

    /** The Java type. */
    public TypeName javaType() {
        return switch (this) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }

    /** The method that reads an element of a list of it. */
    public String elementAccessor() {
        return this == BOOLEAN ? "bitAt" : accessor + "At";
    }

    /** The method that reads an array of it, for example {@code ints}. */
    public String arrayReader() {
        return javaType() + "s";
    }

    public static Primitive of(TypeKind kind) {
        return valueOf(kind.name());
    }
}
