package org.domaintypesystem.maven.catalogue;

import java.util.List;

/** What a reader has to know about the catalogue itself. */
final class Explanations {
    static final List<String> ALL = List.of(
            "The type id says which type a message is of, and the schema id which shape of it: it changes with everything "
                    + "that a message can show, and with that of the types that it uses.",
            "Messages of a type go to its multicast group; programs may be told to use another port. A type without a group "
                    + "is only a part of others.",
            "Numbers stay what they are for ever. Something optional that is a number, an enum or a time has two: one for the "
                    + "value, one for its absence. The schema does not say which texts, lists and records may be absent. "
                    + "Retired numbers are those of what was there once; they are not given again.",
            "Maps and lists of optional values are shown as such; the schema has structs Entry and Value for them.");

    private Explanations() {}
}
