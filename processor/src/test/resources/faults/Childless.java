package faults;

import org.domaintypesystem.annotation.*;

@DtsType
sealed interface Childless {} // fault of the compiler: sealed class must have subclasses
