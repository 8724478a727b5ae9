package org.domaintypesystem.processor.writer;

/** Ids as sources and schemas spell them. */
final class Hex {
    private Hex() {}

    static String of(long id) {
        return "0x%016x".formatted(id);
    }
}
