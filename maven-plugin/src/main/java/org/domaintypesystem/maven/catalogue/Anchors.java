package org.domaintypesystem.maven.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.domaintypesystem.schema.TypeName;

/** The places in a document that links lead to. */
final class Anchors {
    private Anchors() {}

    /** The id of a type's section. Types begin with a capital letter, or have a dot: no other id does. */
    static String id(TypeName name) {
        return name.qualified();
    }

    static String id(String namespace) {
        return "namespace:" + namespace;
    }

    /** The address of a place in the same document. */
    static String link(String id) {
        return '#' + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
