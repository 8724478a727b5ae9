package faults;

import java.util.*;
import java.util.stream.Stream;
import org.domaintypesystem.annotation.*;

@DtsType
record Values(
        List raw, // fault: List without type arguments says too little for a schema: name them, as in List<...>
        Map rawMap, // fault: Map without type arguments says too little for a schema: name them, as in Map<...>
        Pair rawPair, // fault: Pair without type arguments says too little for a schema: name them, as in Pair<...>
        List<?> open, // fault: ? is open, and a schema needs one concrete type: name it
        List<String>[] array, // fault: List<String>[] is an array that cannot be created: use List<List<String>>
        Optional<Optional<String>> twice, // fault: Optional<Optional<String>> has two ways to be absent, and a message has one: use Optional once
        Vector<String> vector, // fault: Vector<String> is a collection that is not known here: use List, Set or another one of java.util, or write a @DtsAdapter
        Hashtable<String, String> table, // fault: Hashtable<String, String> is a map that is not known here: use Map or another one of java.util, or write a @DtsAdapter
        Object anything, // fault: Object can be anything, and a schema needs one concrete type: name it, or make a sealed interface of the possible ones
        Stream<String> stream, // fault: Stream<String> has no form that travels: use a type that has one (docs/types.md lists them), or write a @DtsAdapter
        java.math.RoundingMode rounding, // fault: RoundingMode is an enum of Java, which travels where it is imported: name it in @DtsImport on the package, or write a @DtsAdapter
        Pair<? extends Integer, String> pair, // fault: Pair<? extends Integer, String> is open, and a schema needs one concrete type: name it
        List<Thread> threads, // fault: Thread has no form that travels: use a type that has one (docs/types.md lists them), or write a @DtsAdapter
        Plain plain, // fault: Plain is not annotated: annotate it with @DtsValue; if it is another library's, name it in @DtsImport on the package or write a @DtsAdapter
        Map<String, Color> colors, // fault: Color is not annotated: annotate it with @DtsValue; if it is another library's, name it in @DtsImport on the package or write a @DtsAdapter
        Open face, // fault: Open is an interface that anybody can implement: make it sealed and annotate it with @DtsValue, or use one of its classes, or write a @DtsAdapter
        @DtsAdapter(Endless.class) Plain adapted, // fault: Endless adapts to a type that cannot travel: Thread has no form that travels: use a type that has one (docs/types.md lists them), or write a @DtsAdapter
        @DtsAdapter(Looping.class) Thread looping, // fault: Looping adapts to a type that cannot travel: Looping adapts to a type that needs it again: adapt to one that does not
        @DtsAdapter(Optionally.class) Thread optionally, // fault: Optionally adapts to an Optional, and an adapter never sees what is absent: adapt to what the Optional holds, and make the field one
        Longer<String> longer,
        org.domaintypesystem.processor.testing.Foreign foreign, // fault: Foreign is annotated, but was compiled without the DTS processor: have its library run that, or write a record of your own
        int fine) {}

@DtsValue
record Pair<A, B>(A left, B right) {}

@DtsValue
record Longer<T>(
        T content,
        Longer<List<T>> next) {} // fault: Longer holds itself with ever longer type arguments, which would make structs without end: use a type that does not

record Plain(int x) {}

abstract class Named<T> implements TypeAdapter<Thread, T> {
    public T toWire(Thread thread) {
        return null;
    }

    public Thread fromWire(T wire) {
        return null;
    }
}

final class Looping extends Named<List<Thread>> {}

final class Optionally extends Named<Optional<String>> {}

enum Color { RED }

interface Open {}

final class Endless implements TypeAdapter<Plain, Thread> {
    public Thread toWire(Plain plain) {
        return null;
    }

    public Plain fromWire(Thread thread) {
        return null;
    }
}
