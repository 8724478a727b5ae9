package faults;

import java.io.IOException;
import java.util.List;
import org.domaintypesystem.annotation.*;

@DtsType
class Unreadable {
    private int number; // fault: generated code cannot read number: write a getter for it, or make it at least package-private, or leave it out with @DtsIgnore
    private int other; // fault: generated code cannot read other: write a getter for it, or make it at least package-private, or leave it out with @DtsIgnore
    private int ignored; // fault: generated code cannot read ignored: write a getter for it, or make it at least package-private, or leave it out with @DtsIgnore
    private int called; // fault: generated code cannot read called: write a getter for it, or make it at least package-private, or leave it out with @DtsIgnore

    private int getNumber() {
        return number;
    }

    int getOther() throws IOException {
        return other;
    }

    static int getIgnored() {
        return 0;
    }

    String called() {
        return "not the field";
    }
}

@DtsType
class Unsettable { // fault: when a message is read, there is no way to set second, third: write a setter for each, or a constructor or builder of the class that takes all fields, or leave it out with @DtsIgnore
    int first;
    final int second = 1;
    final List<String> third = List.of();
}

@DtsType
class Unmakeable { // fault: when a message is read, there is no way to make the object: write a constructor that is not private and whose parameters are called first, second; or one without parameters, and setters; or a builder(); or mark a constructor or static method with @DtsCreator
    final int first;
    final int second;

    Unmakeable(int a, int b) {
        first = a;
        second = b;
    }
}

@DtsType
class Throwing {
    int number;

    Throwing() throws IOException {} // fault: this throws a checked exception, and where messages are read nobody would catch it: throw an unchecked one
}

@DtsType
class ThrowingCreator {
    int number;

    @DtsCreator
    static ThrowingCreator of(int number) throws IOException { // fault: this throws a checked exception, and where messages are read nobody would catch it: throw an unchecked one
        throw new IOException();
    }
}

@DtsType
class Several {
    int number;

    @DtsCreator
    Several() {}

    @DtsCreator
    static Several of() { // fault: this is the second constructor or method with @DtsCreator, and one makes the object: keep one
        return new Several();
    }
}

@DtsType
class Other {
    int number;

    @DtsCreator
    static String of(int number) { // fault: a method with @DtsCreator has to be static and to return Other: make it so, or mark a constructor
        return "";
    }
}

@DtsType
class NotStatic {
    int number;

    @DtsCreator
    NotStatic of(int number) { // fault: a method with @DtsCreator has to be static and to return NotStatic: make it so, or mark a constructor
        return this;
    }
}

@DtsType
class Private {
    int number;

    @DtsCreator
    private Private(int number) {} // fault: generated code cannot call this creator: make it at least package-private
}

@DtsType
class Renamed {
    int number;
    String text;

    @DtsCreator
    Renamed(int number,
            String name) {} // fault: the parameter name of the creator is called like none of the fields (number, text): rename it after the field that it sets
}

@DtsType
class Retyped {
    int number;
    String text;

    @DtsCreator
    Retyped(int number,
            StringBuilder text) {} // fault: the field text is read as String, which the creator's parameter of this name does not take: change its type, StringBuilder, to that
}

@DtsType
class Incomplete {
    final int number;
    final String text;

    @DtsCreator
    Incomplete(int number) { // fault: when a message is read, there is no way to set text: write a setter for each, or a constructor or builder of the class that takes all fields, or leave it out with @DtsIgnore
        this.number = number;
        this.text = "";
    }
}

@DtsType
record Ignoring(
        int number,
        @DtsIgnore String text) {} // fault: text is a component of a record, which cannot be made without it: remove @DtsIgnore, or write the record as a class

class Upper {
    @DtsField(0) int number;
}

@DtsType
class Hiding extends Upper {
    @DtsField(1) int number; // fault: number is a field of faults.Upper, too, and generated code cannot tell them apart: rename one of the two, or leave this one out with @DtsIgnore
}

@DtsType
record Fine(int x) {}
