package org.domaintypesystem.processor.fault;

import org.domaintypesystem.schema.Type;

/** What is wrong with a type whose parts could all be read, and what to do: the texts of everything but the reader. */
public final class Messages {
    private Messages() {}

    public static String unreachable(String name) {
        return "%s is private or inside a private type, where generated code cannot reach it: make it at least package-private"
                .formatted(name);
    }

    /** A name that a schema cannot hold, given what is wrong with it, and the annotation that can choose another one. */
    public static String illegalName(String fault, String remedy) {
        return "%s: rename it, or choose its name in the schema with %s(name = \"...\")".formatted(fault, remedy);
    }

    /** A name that had to be legal once, or it would not be in use. */
    public static String illegalRetiredName(String fault) {
        return "%s, so nothing can have had that name: write the one that it had in the schema".formatted(fault);
    }

    public static String illegalNamespace(String fault) {
        return fault + ": choose one that is, with namespace = \"...\"";
    }

    public static String illegalId(String id, String suggestion) {
        return "%s cannot be a type id, since its top bit is not set: write for example %s".formatted(id, suggestion);
    }

    public static String sameName(String name, String other, String schemaName, String remedy) {
        return "%s and %s would both be called %s in the schema: rename one, or choose its name there with %s(name = \"...\")"
                .formatted(name, other, schemaName, remedy);
    }

    public static String noConstants(String name) {
        return "%s has no constants, so no value of it exists: declare at least one".formatted(name);
    }

    public static String tooManyFields(String name) {
        return "%s has more fields than a generated method can take: gather some of them in a @DtsValue record"
                .formatted(name);
    }

    public static String notVisible(String type, String packageName) {
        return "%s cannot be used here, as it and what is generated for it are visible in package %s only: make it public"
                .formatted(type, packageName);
    }

    public static String withoutCodec(String type) {
        return "%s is annotated, but was compiled without the DTS processor: have its library run that, or write a record of your own"
                .formatted(type);
    }

    public static String inherited(String name, String fields) {
        return "%s inherits fields (%s), whose numbers would change with every field that a superclass gets: give every field its number with @DtsField(n)"
                .formatted(name, fields);
    }

    public static String notNumbered(String name, int next) {
        return "%s has no number, and others have: give it @DtsField(%d)".formatted(name, next);
    }

    public static String retiredWithoutNumbers(String name) {
        return "%s is retired by its number, but the others have theirs by the order of declaration: give every one @DtsField(n)"
                .formatted(name);
    }

    public static String numberTaken(int number, String other, int free) {
        return "the number %d is that of %s already: use %d".formatted(number, other, free);
    }

    public static String numberMissing(int number, String name) {
        return "nothing in %s has the number %d, and numbers run without gaps: give it to one, or if there was one, retire it with @DtsRetired(ordinal = %d, name = \"...\", type = \"...\")"
                .formatted(name, number, number);
    }

    public static String negativeNumber(int number) {
        return "%d cannot be a number here: numbers begin with 0".formatted(number);
    }

    public static String numberOfUnset() {
        return "the number 0 says that a value is none of the subtypes: theirs begin with 1";
    }

    public static String absentWithoutUnion(String name) {
        return "%s needs no number for its absence, since it cannot be absent or has a pointer to say so: leave absent out"
                .formatted(name);
    }

    public static String absentWithoutNumber(String name) {
        return "the absence of %s has a number, and %s itself has none: give every field its number with @DtsField(n)"
                .formatted(name, name);
    }

    public static String absentTooLow(String name, int number, int absent) {
        return "the absence of %s has the number %d, which is not above its own, %d: what is added later gets the next free number"
                .formatted(name, absent, number);
    }

    public static String retiredType(String fault) {
        return "%s; write the type that it had in the schema".formatted(fault);
    }

    public static String retiredTypeGone(String type, Type.Basic standIn) {
        return "there is no '%s' here (any more): write %s, which keeps the place as well"
                .formatted(type, standIn.keyword());
    }

    public static String unknownNeedsNoFields(String name) {
        return "%s stands for subtypes that are not known, of which nothing can be read: make it a record without components"
                .formatted(name);
    }

    public static String severalUnknown(String name) {
        return "this is the second of %s with @DtsUnknown, and one stands for all that are not known: keep one"
                .formatted(name);
    }

    public static String sameSchemaFile(String file) {
        return "another type of this build has the schema file %s: rename one of the two".formatted(file);
    }

    /** Given the full name of a class beside the type that would have it generated. */
    public static String classExists(String generated) {
        return "the class that DTS generates for it would be called %s, and there is one of this name already: rename one of the two"
                .formatted(generated);
    }

    public static String importedTwice(String name) {
        return "%s is imported by another package of this build, too: import it once, in a package that is above all that use it"
                .formatted(name);
    }

    public static String noSuchAdapter(String adapter) {
        return "there is no class %s, which the option dts.adapters names: correct it".formatted(adapter);
    }

    public static String notAnAdapter(String adapter) {
        return "%s, which the option dts.adapters names, does not say which type it adapts to which: have it implement TypeAdapter<A, B>, with concrete types"
                .formatted(adapter);
    }

    public static String unknownOption(String option, String known) {
        return "the DTS processor has no option %s: it knows %s".formatted(option, known);
    }

    public static String internal(String type, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return "the DTS processor failed at %s, which is a fault of the processor and not of the type: please report it, with the source of the type and with this: %s%s"
                .formatted(type, cause, trace.length == 0 ? "" : " at " + trace[0]);
    }

    public static String cannotWrite(String file, Exception cause) {
        return "%s cannot be written: %s".formatted(file, cause.getMessage());
    }

    /** Warning {@code dts:key}. */
    public static String doubtfulKey(String name, String type) {
        return "%s is a key and a %s, of which no two are surely equal: use a number, a text, an enum or a UUID, or silence this with @SuppressWarnings(\"dts:key\")"
                .formatted(name, type);
    }

    /** Warning {@code dts:comparator}. */
    public static String comparator(String name, String type) {
        return "%s is a %s, whose comparator does not travel: the receiver's has the natural order; use a List, or silence this with @SuppressWarnings(\"dts:comparator\")"
                .formatted(name, type);
    }
}
