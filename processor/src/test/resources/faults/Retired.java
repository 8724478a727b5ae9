package faults;

import org.domaintypesystem.annotation.*;

@DtsType
@DtsRetired(ordinal = 1, name = "humidity", type = "Float32") // fault at `1`: humidity is retired by its number, but the others have theirs by the order of declaration: give every one @DtsField(n)
record ByOrder(int x) {}

@DtsType
@DtsRetired(ordinal = 1, name = "pressure", type = "Strange(") // fault at `"Strange("`: 'Strange(' is not a type: at column 1 expected a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode, found 'Strange('; write the type that it had in the schema
record Typed(@DtsField(0) int x) {}

@DtsType
@DtsRetired(ordinal = 1, name = "not a name", type = "Text") // fault at `"not a name"`: 'not a name' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits, so nothing can have had that name: write the one that it had in the schema
record Named(@DtsField(0) int x) {}

@DtsType
@DtsRetired(ordinal = 0, name = "humidity", type = "Float32")
record Retired(
        @DtsField(0) int x, // fault at `0`: the number 0 is that of humidity already: use 2
        @DtsField(1) int obsoleteHumidity) {} // fault: obsoleteHumidity and humidity would both be called obsoleteHumidity in the schema: rename one, or choose its name there with @DtsField(name = "...")

// Compilers find no single one of repeated annotations: faults are at the type.
@DtsType
@DtsRetired(ordinal = 1, name = "one", type = "Text")
@DtsRetired(ordinal = 1, name = "other", type = "Text") // fault in line 29: the number 1 is that of one already: use 2
@DtsRetired(ordinal = -1, name = "", type = "Text") // fault in line 29: -1 cannot be a number here: numbers begin with 0
// fault in line 29: '' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits, so nothing can have had that name: write the one that it had in the schema
record Repeated(@DtsField(0) int x) {}

@DtsValue
@DtsRetired(ordinal = 1, name = "low") // fault at `1`: low is retired by its number, but the others have theirs by the order of declaration: give every one @DtsField(n)
enum Level { HIGH }

@DtsValue
@DtsRetired(ordinal = 0, name = "round", type = "Text") // fault at `0`: the number 0 says that a value is none of the subtypes: theirs begin with 1
sealed interface Shape {
    @DtsValue
    @DtsField(1)
    record Square(double side) implements Shape {}
}
