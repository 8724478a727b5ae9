package faults;

import org.domaintypesystem.annotation.*;

class Kinds {
    @DtsType
    private record Hidden(int x) {} // fault: Hidden is private or inside a private type, where generated code cannot reach it: make it at least package-private

    private static class Private {
        @DtsValue
        record Inside(int x) {} // fault: Inside is private or inside a private type, where generated code cannot reach it: make it at least package-private
    }

    @DtsType
    class Inner {} // fault: Inner belongs to an object of the class around it, which a receiver does not have: make it static
}

@DtsType
interface Face { // fault: Face is an interface that anybody can implement, so a receiver would not know what to make of a message: make it sealed, or annotate a record with its accessors as components
    int x();
}

@DtsType
@interface Note {} // fault: Note is an annotation, which has no values that could travel: annotate a record or a class

@DtsType
enum Message { A } // fault: Message is an enum, which is a value inside of messages: annotate it with @DtsValue, and a record that has it as a component with @DtsType

@DtsValue
enum Empty {} // fault: Empty has no constants, so no value of it exists: declare at least one

@DtsType
record Generic<T>(int x) {} // fault: Generic has type parameters, and a message needs concrete types: annotate it with @DtsValue, and a record that uses it, as in Generic<String>, with @DtsType

@DtsValue
sealed interface Result<T> permits Ok {} // fault: Result is sealed and has type parameters, which is not supported: write it without them, or write a sealed type for each use

@DtsValue
record Ok<T>(T content) implements Result<T> {}

@DtsType
sealed interface Outcome permits Done {}

@DtsValue
record Done<T>(T content) implements Outcome {} // fault: the permitted subtype Done has type parameters, and a schema needs concrete types: name them in a record that holds it

@DtsType
@DtsValue // fault at `@DtsValue`: Both has both @DtsType and @DtsValue: keep @DtsType, which also allows it inside of other types
record Both(int x) {}

@DtsType
abstract class Abstract {} // fault: Abstract is abstract, so a receiver would not know what to make of a message: make it sealed, or annotate its subclasses instead

@DtsType
sealed class Concrete permits Sub {} // fault: Concrete is sealed and can have objects of its own, which none of its subtypes stands for: make it abstract, or final

@DtsValue
final class Sub extends Concrete {}

@DtsType
class Listed extends java.util.ArrayList<String> {} // fault: Listed extends ArrayList, whose content cannot be read field by field: hold it in a field, or write a record of what is needed of it

@DtsType
class Failure extends RuntimeException {} // fault: Failure extends RuntimeException, whose content cannot be read field by field: hold it in a field, or write a record of what is needed of it
