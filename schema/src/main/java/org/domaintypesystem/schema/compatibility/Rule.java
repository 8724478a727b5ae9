package org.domaintypesystem.schema.compatibility;

import static org.domaintypesystem.schema.compatibility.Impact.BREAKING;
import static org.domaintypesystem.schema.compatibility.Impact.HARMLESS;
import static org.domaintypesystem.schema.compatibility.Impact.RISKY;

/** The kinds of changes, and what each does to new programs that read old data, and to old ones that read new data. */
public enum Rule {
    /** A field with a number above all that the struct had. */
    FIELD_ADDED("field-added", HARMLESS, HARMLESS),
    /** A constant with a number above all that the enum had; old programs do not know it. */
    CONSTANT_ADDED("constant-added", HARMLESS, RISKY),
    /** A subtype with a number above all that the sealed type had; old programs do not know it. */
    SUBTYPE_ADDED("subtype-added", HARMLESS, RISKY),
    /** Another name at the same number and of the same type. */
    MEMBER_RENAMED("member-renamed", HARMLESS, HARMLESS),
    /** {@code speed} became {@code obsoleteSpeed}, used no longer but for its number; or its type is gone after that. */
    MEMBER_RETIRED("member-retired", HARMLESS, HARMLESS),
    /** {@code obsoleteSpeed} became {@code speed} again. */
    MEMBER_RESTORED("member-restored", HARMLESS, HARMLESS),
    /** A plain field became a union of itself and of {@code none}; old programs read an absent value as zero. */
    FIELD_MADE_NULLABLE("field-made-nullable", HARMLESS, RISKY),
    /** A declaration with another name and the same id. */
    TYPE_RENAMED("type-renamed", HARMLESS, HARMLESS),
    /** A declaration that was not there. */
    TYPE_ADDED("type-added", HARMLESS, HARMLESS),
    /** A declaration that is there no longer. */
    TYPE_REMOVED("type-removed", RISKY, RISKY),

    /** New members took numbers of old ones. */
    MEMBER_INSERTED("member-inserted", BREAKING, BREAKING),
    /** A member is gone, and its number with it. */
    MEMBER_REMOVED("member-removed", BREAKING, BREAKING),
    /** A member is gone, and another one has its number. */
    NUMBER_REUSED("number-reused", BREAKING, BREAKING),
    /** Two members have each other's number. */
    MEMBERS_SWAPPED("members-swapped", BREAKING, BREAKING),
    /** Members have other numbers than before. */
    NUMBER_CHANGED("number-changed", BREAKING, BREAKING),
    /** A field has another type. */
    TYPE_CHANGED("type-changed", BREAKING, BREAKING),
    /** A list has elements of another type. */
    ELEMENT_CHANGED("element-changed", BREAKING, BREAKING),
    /** The number of a subtype stands for another type. */
    SUBTYPE_CHANGED("subtype-changed", BREAKING, BREAKING),
    /** A plain field became a union of {@code none} and {@code some} in the way in which such a field is born. */
    NULLNESS_CHANGED("nullness-changed", BREAKING, BREAKING),
    /** A union of {@code none} and {@code some} became a plain field. */
    NULLABLE_MADE_PLAIN("nullable-made-plain", BREAKING, BREAKING),
    /** A field was moved into a union, out of one, or to another one. */
    UNION_CHANGED("union-changed", BREAKING, BREAKING),
    /** A struct, an enum and a sealed type cannot become each other. */
    KIND_CHANGED("kind-changed", BREAKING, BREAKING),
    /** A declaration has another id, so that nobody takes it for the same. */
    ID_CHANGED("id-changed", BREAKING, BREAKING);

    private final String id;
    private final Impact backward;
    private final Impact forward;

    Rule(String id, Impact backward, Impact forward) {
        this.id = id;
        this.backward = backward;
        this.forward = forward;
    }

    /** The name of the rule, which does not change between versions of DTS: {@code number-changed}. */
    public String id() {
        return id;
    }

    /** What becomes of new programs that read what old ones wrote. */
    public Impact backward() {
        return backward;
    }

    /** What becomes of old programs that read what new ones wrote. */
    public Impact forward() {
        return forward;
    }

    @Override
    public String toString() {
        return id;
    }
}
