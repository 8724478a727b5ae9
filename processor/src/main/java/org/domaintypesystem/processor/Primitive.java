package org.domaintypesystem.processor;

import com.palantir.javapoet.TypeName;
import javax.lang.model.type.TypeKind;
import org.domaintypesystem.schema.Type;

/** The primitive types of Java, with what the codec calls for each. */
enum Primitive {
    BOOLEAN(TypeName.BOOLEAN, Type.Basic.BOOL, "bool", "Booleans"),
    BYTE(TypeName.BYTE, Type.Basic.INT8, "int8", "Bytes"),
    SHORT(TypeName.SHORT, Type.Basic.INT16, "int16", "Shorts"),
    CHAR(TypeName.CHAR, Type.Basic.UINT16, "uint16", "Characters"),
    INT(TypeName.INT, Type.Basic.INT32, "int32", "Integers"),
    LONG(TypeName.LONG, Type.Basic.INT64, "int64", "Longs"),
    FLOAT(TypeName.FLOAT, Type.Basic.FLOAT32, "float32", "Floats"),
    DOUBLE(TypeName.DOUBLE, Type.Basic.FLOAT64, "float64", "Doubles");

    /** The Java type. */
    final TypeName javaType;
    /** The type in the schema. */
    final Type.Basic schemaType;
    /** The method of the wire reader and writer. */
    final String accessor;
    /** What the methods for lists of boxed values end with. */
    final String listSuffix;

    Primitive(TypeName javaType, Type.Basic schemaType, String accessor, String listSuffix) {
        this.javaType = javaType;
        this.schemaType = schemaType;
        this.accessor = accessor;
        this.listSuffix = listSuffix;
    }

    /** The method that reads an array of it, for example {@code ints}. */
    String arrayReader() {
        return javaType + "s";
    }

    static Primitive of(TypeKind kind) {
        return valueOf(kind.name());
    }
}
