package faults;

import java.math.BigDecimal;
import java.util.*;
import org.domaintypesystem.annotation.*;

@DtsType
record Components(
        Integer boxed, // fault: Integer could be null, which a plain number cannot say: use int
        Set<String> set, // fault: Set<String> is not supported: use java.util.List
        ArrayList<String> arrayList, // fault: ArrayList<String> is not supported: use java.util.List
        Map<String, String> map, // fault: Map<String, String> is not supported: use a List of a @DtsValue record that has key and value
        Optional<String> optional, // fault: Optional<String> is not supported: use its content; a null text, list or record travels as null
        List raw, // fault: a List without an element type says too little for a schema: write List<...>
        List<?> open, // fault: ? is open, and a schema needs one concrete type: name it
        List<Set<String>> inner, // fault: Set<String> is not supported: use java.util.List
        String[] texts, // fault: String[] is not supported: use List<String>
        int[][] grid, // fault: int[][] is not supported: use List<int[]>
        BigDecimal decimal, // fault: BigDecimal is not supported: use a primitive, String, byte[], Instant, a @DtsValue enum or record, or a List of these
        Object anything, // fault: Object is not supported: use a primitive, String, byte[], Instant, a @DtsValue enum or record, or a List of these
        Plain plain, // fault: Plain is not annotated: annotate it with @DtsValue
        Color color, // fault: Color is not annotated: annotate it with @DtsValue
        Bean bean, // fault: Bean is a class, and only records travel: write a record annotated with @DtsValue that has what is needed of it
        int fine) {}

record Plain(int x) {}

enum Color { RED }

class Bean {}
