package org.domaintypesystem.capnproto;

import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructReader;
import org.capnproto.StructSize;

/** Structs of any type: what capnproto-java wants to be told to copy one. */
final class AnyStruct extends StructFactory<StructBuilder, StructReader> {
    static final AnyStruct FACTORY = new AnyStruct();

    private static final StructSize NOTHING = new StructSize((short) 0, (short) 0);

    private AnyStruct() {}

    @Override
    public StructReader constructReader(
            SegmentReader segment, int data, int pointers, int dataSize, short pointerCount, int nestingLimit) {
        return new StructReader(segment, data, pointers, dataSize, pointerCount, nestingLimit);
    }

    @Override
    public StructBuilder constructBuilder(
            SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
        return new StructBuilder(segment, data, pointers, dataSize, pointerCount);
    }

    @Override
    public StructSize structSize() {
        return NOTHING;
    }

    @Override
    public StructReader asReader(StructBuilder builder) {
        throw new UnsupportedOperationException("a builder of any struct does not show its place");
    }
}
