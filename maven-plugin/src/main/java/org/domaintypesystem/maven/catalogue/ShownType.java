package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeName;

/** The type of a field as people think of it. */
sealed interface ShownType {
    /** A piece of its text. */
    sealed interface Part {}

    /** Words that are the same for all types. */
    record Words(String text) implements Part {}

    /** What the schema language calls a type that needs no declaration. */
    record Keyword(String text) implements Part {}

    /** The name of a type of the catalogue. */
    record Link(TypeName target) implements Part {}

    /** Nothing at all: the member says something just by being there. */
    record Nothing() implements ShownType {}

    /** What has several alternatives, each in a row of its own. */
    record Choice() implements ShownType {}

    record Basic(Type.Basic type) implements ShownType {}

    record Declared(TypeName name) implements ShownType {}

    record ListOf(ShownType element) implements ShownType {}

    record MapOf(ShownType key, ShownType value) implements ShownType {}

    /** What may be absent. */
    record Optional(ShownType value) implements ShownType {}

    /** One of several. */
    record Alternative(ShownType value) implements ShownType {}

    /** The text, in the order in which it is read. */
    default List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        addTo(parts);
        return List.copyOf(parts);
    }

    private void addTo(List<Part> parts) {
        if (this instanceof Nothing) {
            parts.add(new Words("nothing"));
        } else if (this instanceof Choice) {
            parts.add(new Words("one of these:"));
        } else if (this instanceof Basic basic) {
            parts.add(new Keyword(basic.type.keyword()));
        } else if (this instanceof Declared declared) {
            parts.add(new Link(declared.name));
        } else if (this instanceof ListOf list) {
            parts.add(new Words("list of "));
            list.element.addTo(parts);
        } else if (this instanceof MapOf map) {
            parts.add(new Words("map from "));
            map.key.addTo(parts);
            parts.add(new Words(" to "));
            map.value.addTo(parts);
        } else if (this instanceof Optional optional) {
            parts.add(new Words("optional "));
            optional.value.addTo(parts);
        } else if (this instanceof Alternative alternative) {
            parts.add(new Words("or "));
            alternative.value.addTo(parts);
        }
    }
}
