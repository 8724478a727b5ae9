package faults;

import org.domaintypesystem.annotation.*;

class SchemaFiles {
    @DtsType
    record OneTwo(int x) {}
}

class SchemaFilesOne {
    @DtsType
    record Two(int x) {} // fault: another type of this build has the schema file faults/SchemaFilesOneTwo.capnp: rename one of the two
}

@DtsType
record SchemaFilesOneTwo(int x) {} // fault: another type of this build has the schema file faults/SchemaFilesOneTwo.capnp: rename one of the two
