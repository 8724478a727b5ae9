package org.domaintypesystem.schema;

import java.util.List;

/** What stands in the body of a struct: a field, or a union of fields. */
public sealed interface Member {

    /**
     * One field.
     *
     * @param name as in the schema: starts with a small letter, ASCII letters and digits
     * @param ordinal the number behind the {@code @}, from 0
     * @param doc what the field means, as lines of plain text; empty if nothing is known
     */
    record Field(String name, int ordinal, Type type, String doc) implements Member {
        public Field(String name, int ordinal, Type type) {
            this(name, ordinal, type, "");
        }
    }

    /**
     * Alternatives, of which a value holds one. DTS emits two kinds: a named one of {@code none} and {@code some}, for a
     * data value that may be absent, and the unnamed one that is the whole body of a sealed type.
     *
     * @param name the name of the union; empty for the unnamed one
     * @param alternatives at least two, in the order in which the schema lists them
     */
    record Union(String name, List<Field> alternatives, String doc) implements Member {
        /** The name of the alternative that stands for an absent value. */
        public static final String NONE = "none";
        /** The name of the alternative that holds a present value. */
        public static final String SOME = "some";

        public Union {
            alternatives = List.copyOf(alternatives);
            if (alternatives.size() < 2) {
                throw new IllegalArgumentException("union '" + name + "' needs at least two alternatives");
            }
        }

        /** A value of the data section that may be absent: {@code name :union { none @n :Void; some @n+1 :type; }}. */
        public static Union optional(String name, int ordinal, Type type, String doc) {
            return new Union(
                    name, List.of(new Field(NONE, ordinal, Type.Basic.VOID), new Field(SOME, ordinal + 1, type)), doc);
        }

        /**
         * A value that could not be absent once, and now may be: {@code name :union { some @value :type; none @absent
         * :Void; }}. It keeps its number, its place, and by the tag 0 its presence in structs from before.
         *
         * @param value the number that it has had since it could not be absent
         * @param absent the number of the absence: above all numbers that the struct had then
         */
        public static Union nowOptional(String name, int value, int absent, Type type, String doc) {
            if (absent <= value) {
                throw new IllegalArgumentException("'" + name + "' is at @" + value + ", so its absence, @" + absent
                        + ", is not a number that was added later");
            }
            return new Union(
                    name, List.of(new Field(SOME, value, type), new Field(NONE, absent, Type.Basic.VOID)), doc);
        }

        public boolean isUnnamed() {
            return name.isEmpty();
        }

        /** Whether this is a named union of {@code none}, which is void, and {@code some}; either may come first. */
        public boolean isOptional() {
            return !isUnnamed()
                    && alternatives.size() == 2
                    && alternatives.stream().anyMatch(f -> f.name().equals(NONE) && f.type() == Type.Basic.VOID)
                    && alternatives.stream().anyMatch(f -> f.name().equals(SOME));
        }
    }

    String name();

    String doc();
}
