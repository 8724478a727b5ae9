package org.domaintypesystem;

import java.util.List;
import org.domaintypesystem.schema.compatibility.SchemaChange;

/**
 * A version of a type that differs from the one that this node was compiled with.
 *
 * @param typeName full name, for example {@code brewery.Temperature}
 * @param typeId its Cap'n Proto type id
 * @param schemaId fingerprint of the other version
 * @param sender who publishes it: the first that was heard
 * @param kind what follows
 * @param isNewer whether the other version is best explained as the newer one
 * @param changes from the older version to the newer one; if neither can be, from the other one to this node's; empty if the
 *     other one is unknown
 */
public record Mismatch(
        String typeName,
        long typeId,
        long schemaId,
        long sender,
        Kind kind,
        boolean isNewer,
        List<SchemaChange> changes) {
    /** Characters that {@link #toString} spends on changes: whoever sends a version decides how many there are. */
    private static final int MOST_TEXT = 4096;

    public Mismatch {
        changes = List.copyOf(changes);
    }

    /** What becomes of the messages. */
    public enum Kind {
        /** They are delivered: fields that only they have are skipped, fields that only this node has are defaults. */
        COMPATIBLE,
        /** They are not delivered, but reported as {@link Loss.Cause#INCOMPATIBLE}. */
        INCOMPATIBLE,
        /**
         * Nobody could tell what they look like: they are read by Cap'n Proto's rules as if they were compatible, which may be
         * wrong.
         */
        UNKNOWN
    }

    /** What differs, and what to do, for people: some lines. */
    @Override
    public String toString() {
        return switch (kind) {
            case COMPATIBLE ->
                "sender %016x has another version of %s; its messages can be read%s"
                        .formatted(sender, typeName, differences());
            case INCOMPATIBLE ->
                ("sender %016x has another version of %s; its messages cannot be read and are dropped. Give both programs one"
                                + " version, or one that reads the other%s")
                        .formatted(sender, typeName, differences());
            case UNKNOWN ->
                ("sender %016x has another version of %s (schema %016x), and nobody has told its schema: its messages are read"
                                + " as if they were compatible")
                        .formatted(sender, typeName, schemaId);
        };
    }

    private String direction() {
        if (changes.isEmpty()) {
            return "";
        }
        return isNewer ? ". From this node's version to its:" : ". From its version to this node's:";
    }

    private String differences() {
        StringBuilder text = new StringBuilder(direction());
        int shown = 0;
        for (SchemaChange change : changes) {
            String line = "\n" + change;
            if (text.length() + line.length() > MOST_TEXT) {
                return text + "\nand " + (changes.size() - shown) + " more";
            }
            text.append(line);
            shown++;
        }
        return text.toString();
    }
}
