package org.domaintypesystem.processor;

import com.palantir.javapoet.CodeBlock;

/** The place of a pointer that generated code writes: the names of the array, of the end of its content and the limit. */
record Pointer(String out, CodeBlock position, String end, String limit) {

    CodeBlock outAndPointer() {
        return CodeBlock.of("$L, $L", out, position);
    }

    CodeBlock endAndLimit() {
        return CodeBlock.of("$L, $L", end, limit);
    }
}
