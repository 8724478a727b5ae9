package org.domaintypesystem.schema;

import java.util.Objects;

/**
 * The full name of a type: a dotted namespace, empty for the default one, and a name within it. The name of a type that
 * is nested in another one's schema is dotted too, as in {@code Order.Entry3}; its first part names the file.
 *
 * @param namespace dotted, for example {@code brewery}; empty for the default namespace
 * @param name for example {@code Temperature} or {@code Order.Entry3}
 */
public record TypeName(String namespace, String name) implements Comparable<TypeName> {

    public TypeName {
        Objects.requireNonNull(namespace, "namespace");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a type needs a name");
        }
    }

    /** The name with its namespace, for example {@code brewery.Temperature}. */
    public String qualified() {
        return namespace.isEmpty() ? name : namespace + '.' + name;
    }

    /** The last part of the name: what stands after {@code struct} or {@code enum} in the schema. */
    public String simple() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Path of the schema file that declares the type, without a leading slash: {@code brewery/Temperature.capnp}. */
    public String file() {
        int dot = name.indexOf('.');
        String root = dot < 0 ? name : name.substring(0, dot);
        return (namespace.isEmpty() ? root : namespace.replace('.', '/') + '/' + root) + ".capnp";
    }

    /** The name of a type that is declared inside this one. */
    public TypeName nested(String simpleName) {
        return new TypeName(namespace, name + '.' + simpleName);
    }

    @Override
    public int compareTo(TypeName other) {
        return qualified().compareTo(other.qualified());
    }

    @Override
    public String toString() {
        return qualified();
    }
}
