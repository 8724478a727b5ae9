package faults;

import org.domaintypesystem.annotation.*;

@DtsType
class Kinds { // fault: Kinds is a class, and only records are taken here: write it as a record
    @DtsType
    private record Hidden(int x) {} // fault: Hidden is private or inside a private type, where generated code cannot reach it: make it at least package-private
}

@DtsType
interface Face {} // fault: Face is an interface, and only records are taken here: write it as a record

@DtsType
@interface Note {} // fault: Note is an interface, and only records are taken here: write it as a record

@DtsType
enum Message { A } // fault: Message is an enum, which is a value inside of messages: annotate it with @DtsValue, and a record that has it as a component with @DtsType

@DtsValue
enum Empty {} // fault: Empty has no constants, so no value of it exists: declare at least one

@DtsType
record Generic<T>(int x) {} // fault: Generic has type parameters, and a schema needs concrete types: write a record for each use

@DtsType
@DtsValue
record Both(int x) {} // fault: Both has both @DtsType and @DtsValue: keep @DtsType, which also allows it inside of other types
