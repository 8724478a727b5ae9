package faults;

import java.util.*;
import org.domaintypesystem.annotation.*;

@DtsType
record Warnings(
        @DtsKey double position, // warning: position is a key and a double, of which no two are surely equal: use a number, a text, an enum or a UUID, or silence this with @SuppressWarnings("dts:key")
        @DtsKey List<String> path, // warning: path is a key and a List<String>, of which no two are surely equal: use a number, a text, an enum or a UUID, or silence this with @SuppressWarnings("dts:key")
        @DtsKey String name,
        SortedSet<String> sorted, // warning: sorted is a SortedSet<String>, whose comparator does not travel: the receiver's has the natural order; use a List, or silence this with @SuppressWarnings("dts:comparator")
        @SuppressWarnings("dts:comparator") TreeMap<String, String> silenced) {}

@DtsType
@SuppressWarnings({"unused", "dts:key"})
class Silenced {
    @DtsKey
    float position;

    @DtsKey
    TreeSet<String> both; // warning: both is a TreeSet<String>, whose comparator does not travel: the receiver's has the natural order; use a List, or silence this with @SuppressWarnings("dts:comparator")
}

@SuppressWarnings("dts:comparator")
class Around {
    @DtsType
    record Inside(TreeSet<String> set) {}
}
