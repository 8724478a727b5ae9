package faults;

import org.domaintypesystem.annotation.*;

@DtsType
record Names(
        int snake_case, // fault: 'snake_case' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsField(name = "...")
        int Capital, // fault: 'Capital' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsField(name = "...")
        int größe, // fault: 'größe' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsField(name = "...")
        @DtsField(name = "still_snake") int chosen, // fault at `"still_snake"`: 'still_snake' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsField(name = "...")
        @DtsField(name = "fine") int also_snake,
        @DtsField(name = "fine") int twice) {} // fault at `"fine"`: twice and also_snake would both be called fine in the schema: rename one, or choose its name there with @DtsField(name = "...")

@DtsType
record lower(int x) {} // fault: 'lower' cannot be a type name in Cap'n Proto: that is a letter A to Z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsType(name = "...")

@DtsValue
record Under_Score(int x) {} // fault: 'Under_Score' cannot be a type name in Cap'n Proto: that is a letter A to Z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsValue(name = "...")

@DtsType
record Text(int x) {} // fault: 'Text' is a type of Cap'n Proto itself and cannot be declared: rename it, or choose its name in the schema with @DtsType(name = "...")

@DtsType(
        name = "not a name", // fault at `"not a name"`: 'not a name' cannot be a type name in Cap'n Proto: that is a letter A to Z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsType(name = "...")
        namespace = "a..b", // fault at `"a..b"`: 'a..b' is not a namespace: between its dots stand letters, digits, '_', '-' and '$', at least one: choose one that is, with namespace = "..."
        id = 0x12) // fault at `0x12`: 0x0000000000000012 cannot be a type id, since its top bit is not set: write for example 0xfd60a9d74d3d2a69L
record Pinned(int x) {}

@DtsValue
enum Constants {
    A_B,
    AB_,
    aB, // fault: aB and A_B would both be called aB in the schema: rename one, or choose its name there with @DtsField(name = "...")
    Ä, // fault: 'ä' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsField(name = "...")
    @DtsField(name = "UP") UP // fault at `"UP"`: 'UP' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it, or choose its name in the schema with @DtsField(name = "...")
}

@DtsValue
sealed interface Shape {
    @DtsValue
    record Unset() implements Shape {} // fault: Shape.Unset and the number 0 would both be called unset in the schema: rename one, or choose its name there with @DtsField(name = "...")
}

@DtsValue
sealed interface Document {
    class Json {
        @DtsValue
        record Line(int x) implements Document {}
    }

    class Xml {
        @DtsValue
        record Line(int x) implements Document {} // fault: Document.Xml.Line and Document.Json.Line would both be called line in the schema: rename one, or choose its name there with @DtsField(name = "...")
    }
}

class OrderView {}

@DtsValue
record Order(int x) {} // fault: the class that DTS generates for it would be called faults.OrderView, and there is one of this name already: rename one of the two
