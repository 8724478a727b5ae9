/** The runtime of DTS: share data on the network by its type. */
module org.domaintypesystem.runtime {
    requires transitive org.domaintypesystem.schema;
    requires static transitive org.jspecify;
    requires static jdk.jfr;
    requires static transitive jakarta.inject;

    exports org.domaintypesystem;
    exports org.domaintypesystem.annotation;
    exports org.domaintypesystem.codec;
    exports org.domaintypesystem.codec.standard;
    exports org.domaintypesystem.dynamic;
    exports org.domaintypesystem.keys;
    exports org.domaintypesystem.spi;
}
