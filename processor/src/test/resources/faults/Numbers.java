package faults;

import java.time.Instant;
import java.util.Optional;
import org.domaintypesystem.annotation.*;

@DtsType
record Mixed(
        @DtsField(0) int first,
        int second, // fault: second has no number, and others have: give it @DtsField(2)
        @DtsField(1) int third,
        Integer fourth) {} // fault: fourth has no number, and others have: give it @DtsField(3)

@DtsType
record Twice(
        @DtsField(0) int first,
        @DtsField(
                0) // fault at `0`: the number 0 is that of first already: use 2
        int second,
        @DtsField(1) int third) {}

@DtsType
record Gap( // fault: nothing in Gap has the number 1, and numbers run without gaps: give it to one, or if there was one, retire it with @DtsRetired(ordinal = 1, name = "...", type = "...")
        @DtsField(0) int first,
        @DtsField(2) int third) {}

@DtsType
record Negative(
        @DtsField(-3) int first, // fault at `-3`: -3 cannot be a number here: numbers begin with 0
        @DtsField(value = 0, absent = -2) Integer second) {} // fault at `-2`: -2 cannot be a number here: numbers begin with 0

@DtsType
record Overlapping(
        @DtsField(0) Integer takesTwo,
        @DtsField(1) int one) {} // fault at `1`: the number 1 is that of takesTwo already: use 2

@DtsType
record Absences(
        @DtsField(value = 0, absent = 3) String pointer, // fault at `3`: pointer needs no number for its absence, since it cannot be absent or has a pointer to say so: leave absent out
        @DtsField(value = 1, absent = 4) int never, // fault at `4`: never needs no number for its absence, since it cannot be absent or has a pointer to say so: leave absent out
        @DtsField(value = 3, absent = 2) Integer low) {} // fault at `2`: the absence of low has the number 2, which is not above its own, 3: what is added later gets the next free number

@DtsType
record WithoutNumber(
        @DtsField(absent = 1) Integer number) {} // fault at `1`: the absence of number has a number, and number itself has none: give every field its number with @DtsField(n)

@DtsType
class OnGetter {
    private int first;
    private int second;

    @DtsField(0)
    int getFirst() {
        return first;
    }

    @DtsField(0) // fault at `0`: the number 0 is that of first already: use 1
    int getSecond() {
        return second;
    }

    void setFirst(int first) {}

    void setSecond(int second) {}
}

abstract class Base {
    int id;
}

@DtsType
class Inheriting extends Base { // fault: Inheriting inherits fields (id), whose numbers would change with every field that a superclass gets: give every field its number with @DtsField(n)
    int more;
}

@DtsValue
enum Level {
    @DtsField(1) HIGH,
    @DtsField(1) LOW, // fault at `1`: the number 1 is that of HIGH already: use 2
    NONE // fault: NONE has no number, and others have: give it @DtsField(2)
}

@DtsValue
enum Late {
    @DtsField(value = 0, absent = 1) NOW // fault at `1`: NOW needs no number for its absence, since it cannot be absent or has a pointer to say so: leave absent out
}

@DtsValue
sealed interface Shape {
    @DtsValue
    @DtsField(0) // fault at `0`: the number 0 says that a value is none of the subtypes: theirs begin with 1
    record Circle(double radius) implements Shape {}

    @DtsValue
    @DtsField(1)
    record Square(double side) implements Shape {}
}

@DtsValue
sealed interface Event { // fault: nothing in Event has the number 2, and numbers run without gaps: give it to one, or if there was one, retire it with @DtsRetired(ordinal = 2, name = "...", type = "...")
    @DtsValue
    @DtsField(1)
    record Opened(int x) implements Event {}

    @DtsValue
    @DtsField(3)
    record Closed(int x) implements Event {}
}
