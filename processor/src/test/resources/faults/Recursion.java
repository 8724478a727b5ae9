package faults;

import java.util.List;
import org.domaintypesystem.annotation.*;

@DtsType
record Recursion(int x,
        List<Recursion> children) {} // fault: a value of this type can contain itself (Recursion > Recursion), which is not supported: keep the parts in a list beside each other and refer to them by number or name

@DtsType
record Left(
        Right right) {} // fault: a value of this type can contain itself (Left > Right > Left), which is not supported: keep the parts in a list beside each other and refer to them by number or name

@DtsValue
record Right(
        int x,
        List<List<Left>> lefts) {} // fault: a value of this type can contain itself (Right > Left > Right), which is not supported: keep the parts in a list beside each other and refer to them by number or name

@DtsType
record Innocent(Left left) {}
