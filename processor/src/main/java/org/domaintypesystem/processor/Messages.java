package org.domaintypesystem.processor;

/** Every text that a user of the processor can read, each with what to do. */
final class Messages {
    private Messages() {}

    static String notARecord(String kind, String name) {
        return "%s is %s, and only records are taken here: write it as a record".formatted(name, kind);
    }

    static String enumAsMessage(String name) {
        return "%s is an enum, which is a value inside of messages: annotate it with @DtsValue, and a record that has it as a component with @DtsType"
                .formatted(name);
    }

    static String bothAnnotations(String name) {
        return "%s has both @DtsType and @DtsValue: keep @DtsType, which also allows it inside of other types"
                .formatted(name);
    }

    static String generic(String name) {
        return "%s has type parameters, and a schema needs concrete types: write a record for each use".formatted(name);
    }

    static String unreachable(String name) {
        return "%s is private or inside a private type, where generated code cannot reach it: make it at least package-private"
                .formatted(name);
    }

    /** A name that a schema cannot hold, given what is wrong with it. */
    static String illegalName(String fault) {
        return fault + ": rename it";
    }

    static String sameConstant(String name, String other, String schemaName) {
        return "%s and %s would both be called %s in the schema: rename one".formatted(name, other, schemaName);
    }

    static String noConstants(String name) {
        return "%s has no constants, so no value of it exists: declare at least one".formatted(name);
    }

    static String tooManyComponents(String name) {
        return "%s has more components than a generated method can take: gather some of them in a @DtsValue record"
                .formatted(name);
    }

    static String recursive(String path) {
        return "a value of this type can contain itself (%s), which is not supported: keep the parts in a list beside each other and refer to them by number or name"
                .formatted(path);
    }

    static String sameSchemaFile(String file) {
        return "another type of this build has the schema file %s: rename one of the two".formatted(file);
    }

    static String internal(String type, Throwable cause) {
        return "the DTS processor failed at %s, which is a fault of the processor: please report it with the source of the type. %s"
                .formatted(type, cause);
    }

    static String cannotWrite(String file, Exception cause) {
        return "%s cannot be written: %s".formatted(file, cause.getMessage());
    }

    static String notVisible(String type, String packageName) {
        return "%s cannot be used here, as it and what is generated for it are visible in package %s only: make it public"
                .formatted(type, packageName);
    }

    static String withoutCodec(String type) {
        return "%s is annotated, but was compiled without the DTS processor: have its library run that, or write a record of your own"
                .formatted(type);
    }

    /** Advice for a component of an enum or record type that carries no annotation. */
    static String notAnnotated(String type) {
        return "%s is not annotated: annotate it with @DtsValue".formatted(type);
    }

    static String boxed(String type, String primitive) {
        return "%s could be null, which a plain number cannot say: use %s".formatted(type, primitive);
    }

    static String collection(String type) {
        return "%s is not supported: use java.util.List".formatted(type);
    }

    static String rawList() {
        return "a List without an element type says too little for a schema: write List<...>";
    }

    static String array(String type, String element) {
        return "%s is not supported: use List<%s>".formatted(type, element);
    }

    static String wildcard(String type) {
        return "%s is open, and a schema needs one concrete type: name it".formatted(type);
    }

    static String map(String type) {
        return "%s is not supported: use a List of a @DtsValue record that has key and value".formatted(type);
    }

    static String optional(String type) {
        return "%s is not supported: use its content; a null text, list or record travels as null".formatted(type);
    }

    static String unsupported(String type) {
        return "%s is not supported: use a primitive, String, byte[], Instant, a @DtsValue enum or record, or a List of these"
                .formatted(type);
    }

    static String unsupportedClass(String type) {
        return "%s is a class, and only records travel: write a record annotated with @DtsValue that has what is needed of it"
                .formatted(type);
    }
}
