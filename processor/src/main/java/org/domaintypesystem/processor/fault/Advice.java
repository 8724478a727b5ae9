package org.domaintypesystem.processor.fault;

/** What cannot travel, and what to write instead: the texts of the reader. */
public final class Advice {
    private Advice() {}

    public static String bothAnnotations(String name) {
        return "%s has both @DtsType and @DtsValue: keep @DtsType, which also allows it inside of other types"
                .formatted(name);
    }

    public static String enumAsMessage(String name) {
        return "%s is an enum, which is a value inside of messages: annotate it with @DtsValue, and a record that has it as a component with @DtsType"
                .formatted(name);
    }

    public static String annotation(String name) {
        return "%s is an annotation, which has no values that could travel: annotate a record or a class"
                .formatted(name);
    }

    public static String plainInterface(String name) {
        return "%s is an interface that anybody can implement, so a receiver would not know what to make of a message: make it sealed, or annotate a record with its accessors as components"
                .formatted(name);
    }

    public static String abstractClass(String name) {
        return "%s is abstract, so a receiver would not know what to make of a message: make it sealed, or annotate its subclasses instead"
                .formatted(name);
    }

    public static String concreteSealedClass(String name) {
        return "%s is sealed and can have objects of its own, which none of its subtypes stands for: make it abstract, or final"
                .formatted(name);
    }

    public static String innerClass(String name) {
        return "%s belongs to an object of the class around it, which a receiver does not have: make it static"
                .formatted(name);
    }

    public static String foreignSuperclass(String name, String superclass) {
        return "%s extends %s, whose content cannot be read field by field: hold it in a field, or write a record of what is needed of it"
                .formatted(name, superclass);
    }

    public static String genericMessage(String name) {
        return "%s has type parameters, and a message needs concrete types: annotate it with @DtsValue, and a record that uses it, as in %s<String>, with @DtsType"
                .formatted(name, name);
    }

    public static String genericSealed(String name) {
        return "%s is sealed and has type parameters, which is not supported: write it without them, or write a sealed type for each use"
                .formatted(name);
    }

    public static String importOfAnnotated(String name) {
        return "%s is annotated itself, and has the codec of its own library: leave it out of @DtsImport"
                .formatted(name);
    }

    public static String importOfJava(String name) {
        return "%s is a class of Java itself, whose content cannot be read field by field: leave it out of @DtsImport; write a @DtsAdapter if docs/types.md does not list it"
                .formatted(name);
    }

    public static String lombokMissing(String name) {
        return "%s has annotations of Lombok, and nothing of what they promise is there: put Lombok on the processor path, beside DTS"
                .formatted(name);
    }

    public static String unreadable(String field) {
        return "generated code cannot read %s: write a getter for it, or make it at least package-private, or leave it out with @DtsIgnore"
                .formatted(field);
    }

    public static String hides(String field, String superclass) {
        return "%s is a field of %s, too, and generated code cannot tell them apart: rename one of the two, or leave this one out with @DtsIgnore"
                .formatted(field, superclass);
    }

    public static String ignoredComponent(String component) {
        return "%s is a component of a record, which cannot be made without it: remove @DtsIgnore, or write the record as a class"
                .formatted(component);
    }

    public static String severalCreators() {
        return "this is the second constructor or method with @DtsCreator, and one makes the object: keep one";
    }

    public static String creatorOfOther(String name) {
        return "a method with @DtsCreator has to be static and to return %s: make it so, or mark a constructor"
                .formatted(name);
    }

    public static String creatorUnreachable() {
        return "generated code cannot call this creator: make it at least package-private";
    }

    public static String unknownParameter(String parameter, String fields) {
        return "the parameter %s of the creator is called like none of the fields (%s): rename it after the field that it sets"
                .formatted(parameter, fields);
    }

    public static String parameterType(String parameter, String property, String type) {
        return "the field %s is read as %s, which the creator's parameter of this name does not take: change its type, %s, to that"
                .formatted(parameter, property, type);
    }

    public static String parameterNames(String name) {
        return "%s was compiled without the names of its constructors' parameters: have its library compiled with -parameters, or write a @DtsAdapter for it"
                .formatted(name);
    }

    public static String unsettable(String fields) {
        return "when a message is read, there is no way to set %s: write a setter for each, or a constructor or builder of the class that takes all fields, or leave it out with @DtsIgnore"
                .formatted(fields);
    }

    public static String noConstructor(String fields) {
        return "when a message is read, there is no way to make the object: write a constructor that is not private and whose parameters are called %s; or one without parameters, and setters; or a builder(); or mark a constructor or static method with @DtsCreator"
                .formatted(fields);
    }

    public static String checkedException() {
        return "this throws a checked exception, and where messages are read nobody would catch it: throw an unchecked one";
    }

    public static String subtypeNotAnnotated(String name) {
        return "%s is a subtype of a sealed type that travels: annotate it with @DtsValue, too".formatted(name);
    }

    /** Advice for a type of the user's, or of a library. */
    public static String notAnnotated(String type) {
        return "%s is not annotated: annotate it with @DtsValue; if it is another library's, name it in @DtsImport on the package or write a @DtsAdapter"
                .formatted(type);
    }

    public static String openInterface(String type) {
        return "%s is an interface that anybody can implement: make it sealed and annotate it with @DtsValue, or use one of its classes, or write a @DtsAdapter"
                .formatted(type);
    }

    public static String raw(String type) {
        return "%s without type arguments says too little for a schema: name them, as in %s<...>".formatted(type, type);
    }

    public static String endless(String type) {
        return "%s holds itself with ever longer type arguments, which would make structs without end: use a type that does not"
                .formatted(type);
    }

    public static String genericSubtype(String name) {
        return "the permitted subtype %s has type parameters, and a schema needs concrete types: name them in a record that holds it"
                .formatted(name);
    }

    public static String open(String type) {
        return "%s is open, and a schema needs one concrete type: name it".formatted(type);
    }

    public static String genericArray(String type, String element) {
        return "%s is an array that cannot be created: use List<%s>".formatted(type, element);
    }

    public static String optionalOfOptional(String type) {
        return "%s has two ways to be absent, and a message has one: use Optional once".formatted(type);
    }

    public static String collection(String type) {
        return "%s is a collection that is not known here: use List, Set or another one of java.util, or write a @DtsAdapter"
                .formatted(type);
    }

    public static String map(String type) {
        return "%s is a map that is not known here: use Map or another one of java.util, or write a @DtsAdapter"
                .formatted(type);
    }

    public static String anything(String type) {
        return "%s can be anything, and a schema needs one concrete type: name it, or make a sealed interface of the possible ones"
                .formatted(type);
    }

    public static String javaType(String type) {
        return "%s has no form that travels: use a type that has one (docs/types.md lists them), or write a @DtsAdapter"
                .formatted(type);
    }

    public static String javaEnum(String type) {
        return "%s is an enum of Java, which travels where it is imported: name it in @DtsImport on the package, or write a @DtsAdapter"
                .formatted(type);
    }

    /** An adapter leads to its own type again. */
    public static String adapterLoop(String adapter) {
        return "%s adapts to a type that needs it again: adapt to one that does not".formatted(adapter);
    }

    public static String adapterToOptional(String adapter) {
        return "%s adapts to an Optional, and an adapter never sees what is absent: adapt to what the Optional holds, and make the field one"
                .formatted(adapter);
    }

    public static String adapterWithoutConstructor(String name) {
        return "generated code cannot make a %s: give it a constructor without parameters, and make it neither private nor abstract nor inner, and public if it is in another package"
                .formatted(name);
    }

    /** An adapter leads to something that cannot travel either. */
    public static String adapterTarget(String adapter, String reason) {
        return "%s adapts to a type that cannot travel: %s".formatted(adapter, reason);
    }
}
