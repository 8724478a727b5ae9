package faults;

import org.domaintypesystem.annotation.*;

@DtsType
sealed interface Event {
    @DtsValue
    record Opened(int x) implements Event {}

    record Closed(int x) implements Event {} // fault: Closed is a subtype of a sealed type that travels: annotate it with @DtsValue, too
}

@DtsType
sealed interface Command {
    @DtsValue
    @DtsUnknown
    record Open(int x) implements Command {} // fault: Open stands for subtypes that are not known, of which nothing can be read: make it a record without components

    @DtsValue
    @DtsUnknown // fault at `@DtsUnknown`: this is the second of Command with @DtsUnknown, and one stands for all that are not known: keep one
    record Close() implements Command {}
}

@DtsValue
enum Level {
    @DtsUnknown HIGH,
    @DtsUnknown // fault at `@DtsUnknown`: this is the second of Level with @DtsUnknown, and one stands for all that are not known: keep one
    LOW
}
