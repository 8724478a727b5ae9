package org.domaintypesystem.maven.catalogue;

import java.util.List;
import org.domaintypesystem.schema.MulticastGroups;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;

/**
 * A type, as its catalogue shows it.
 *
 * @param doc what it means; empty if nobody said
 * @param owner who declares it, for people
 * @param isOwn whether that is the module that the catalogue is of
 * @param isMessage whether it is published by itself, and not only as a part of others
 * @param schema the text of its file; empty for a type that is declared inside another one, which has none of its own
 * @param rows what is in it, by number
 * @param retired what was in it once, and whose numbers stay taken
 * @param uses the types that it refers to, possibly itself among them, sorted; what was retired counts no more
 * @param usedBy the types of the catalogue that refer to it, sorted
 */
record CatalogueType(
        TypeName name,
        Form form,
        String doc,
        long id,
        long schemaId,
        String owner,
        boolean isOwn,
        boolean isMessage,
        String schema,
        List<CatalogueRow> rows,
        List<CatalogueRow> retired,
        List<TypeName> uses,
        List<TypeName> usedBy) {

    /** What Java has for it. */
    enum Form {
        RECORD("record", "Field"),
        SEALED("sealed type", "Alternative"),
        ENUM("enum", "Constant");

        final String shown;
        final String row;

        Form(String shown, String row) {
            this.shown = shown;
            this.row = row;
        }
    }

    CatalogueType {
        rows = List.copyOf(rows);
        retired = List.copyOf(retired);
        uses = List.copyOf(uses);
        usedBy = List.copyOf(usedBy);
    }

    boolean isNested() {
        return name.name().indexOf('.') >= 0;
    }

    String shownId() {
        return "0x" + TypeIds.hex(id);
    }

    String shownSchemaId() {
        return "0x" + TypeIds.hex(schemaId);
    }

    /** Where its messages go: an address. */
    String group() {
        return MulticastGroups.groupOf(id).getHostAddress();
    }

    static String port() {
        return "UDP port " + MulticastGroups.PORT;
    }
}
