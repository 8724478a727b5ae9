package org.domaintypesystem.codec;

/** How deep the calling thread is in values that contain others of their type. */
final class WriteDepth {
    private static final ThreadLocal<WriteDepth> OF_THREAD = ThreadLocal.withInitial(WriteDepth::new);

    private int depth;

    /**
     * @throws EncodeException if that is too deep, or a value contains itself, which looks the same
     */
    static WriteDepth enter(TypeDescriptor type) {
        WriteDepth depth = OF_THREAD.get();
        if (depth.depth == WireReader.MAX_DEPTH) {
            throw new EncodeException(
                    "a %s contains others more than %d deep, or itself: send the parts in a list beside each other, which refer to each other by number or name"
                            .formatted(type.name(), WireReader.MAX_DEPTH));
        }
        depth.depth++;
        return depth;
    }

    void leave() {
        depth--;
    }
}
