package faults;

import org.domaintypesystem.annotation.*;

class RetiredTypes {

    @DtsType
    @DtsRetired(ordinal = 0, name = "pump", type = "struct faults.Pump") // fault: there is no 'struct faults.Pump' here (any more): write AnyPointer, which keeps the place as well
    record Gone(@DtsField(1) int x) {}

    @DtsType
    @DtsRetired(ordinal = 0, name = "pumps", type = "List(List(struct faults.Pump))") // fault: there is no 'List(List(struct faults.Pump))' here (any more): write AnyPointer, which keeps the place as well
    record GoneFromList(@DtsField(1) int x) {}

    @DtsType
    @DtsRetired(ordinal = 0, name = "mode", type = "enum faults.Mode") // fault: there is no 'enum faults.Mode' here (any more): write UInt16, which keeps the place as well
    record GoneEnum(@DtsField(1) int x) {}

    @DtsType
    @DtsRetired(ordinal = 0, name = "tags", type = "List(struct faults.RetiredTypesGoneMap.Entry0)") // fault: there is no 'List(struct faults.RetiredTypesGoneMap.Entry0)' here (any more): write AnyPointer, which keeps the place as well
    record GoneMap(@DtsField(1) int x) {}

    @DtsType
    @DtsRetired(ordinal = 0, name = "speed", type = "float32") // fault: 'float32' is not a type: at column 1 expected a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode, found 'float32'; write the type that it had in the schema
    record NoType(@DtsField(1) int x) {}

    @DtsType
    @DtsRetired(ordinal = 0, name = "x") // fault: '' is not a type: at column 1 expected a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode, found the end; write the type that it had in the schema
    record Untyped(@DtsField(1) int y) {}
}
