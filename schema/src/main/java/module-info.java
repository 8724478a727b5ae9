/** What a type looks like: its model, ids, layout, {@code .capnp} text and fingerprint. */
module org.domaintypesystem.schema {
    requires static transitive org.jspecify;

    exports org.domaintypesystem.schema;
    exports org.domaintypesystem.schema.compatibility;
}
