/** A virtual network with virtual time, for tests of DTS and of programs that use it. */
module org.domaintypesystem.testkit {
    requires transitive org.domaintypesystem.runtime;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;

    exports org.domaintypesystem.testkit;
}
