// What is incomplete is the compiler's to say, and it stops nothing else.
package faults;

import java.util.List;
import org.domaintypesystem.annotation.*;

@DtsType
record Incomplete(
        List<Missing> missing) {} // fault of the compiler: cannot find symbol

@DtsType
record Using(Incomplete incomplete) {}

@DtsType
class Extending
        extends Missing {} // fault of the compiler: cannot find symbol

@DtsType
record Adapted(
        @DtsAdapter(Missing.class) // fault of the compiler: cannot find symbol
        Thread thread) {}

@DtsType
record Beside(
        Thread thread) {} // fault: Thread has no form that travels: use a type that has one (docs/types.md lists them), or write a @DtsAdapter
