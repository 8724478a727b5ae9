package org.domaintypesystem.schema;

/** The type of a field, in the subset of Cap'n Proto that DTS emits. */
public sealed interface Type {

    /** Where a struct keeps a value of this type. */
    Storage storage();

    /** The types that need no declaration. */
    enum Basic implements Type {
        VOID("Void", Storage.NONE),
        BOOL("Bool", Storage.BIT),
        INT8("Int8", Storage.BYTE),
        INT16("Int16", Storage.TWO_BYTES),
        INT32("Int32", Storage.FOUR_BYTES),
        INT64("Int64", Storage.EIGHT_BYTES),
        UINT8("UInt8", Storage.BYTE),
        UINT16("UInt16", Storage.TWO_BYTES),
        UINT32("UInt32", Storage.FOUR_BYTES),
        UINT64("UInt64", Storage.EIGHT_BYTES),
        FLOAT32("Float32", Storage.FOUR_BYTES),
        FLOAT64("Float64", Storage.EIGHT_BYTES),
        TEXT("Text", Storage.POINTER),
        DATA("Data", Storage.POINTER),
        ANY_POINTER("AnyPointer", Storage.POINTER);

        private final String keyword;
        private final Storage storage;

        Basic(String keyword, Storage storage) {
            this.keyword = keyword;
            this.storage = storage;
        }

        /** The type as the schema language spells it, for example {@code Float64}. */
        public String keyword() {
            return keyword;
        }

        @Override
        public Storage storage() {
            return storage;
        }
    }

    /** {@code List(element)}. */
    record ListOf(Type element) implements Type {
        @Override
        public Storage storage() {
            return Storage.POINTER;
        }
    }

    /** A struct that is declared elsewhere, by its id; the name is for people and for imports. */
    record StructRef(long id, TypeName name) implements Type {
        @Override
        public Storage storage() {
            return Storage.POINTER;
        }
    }

    /** An enum that is declared elsewhere, by its id; the name is for people and for imports. */
    record EnumRef(long id, TypeName name) implements Type {
        @Override
        public Storage storage() {
            return Storage.TWO_BYTES;
        }
    }
}
