package org.domaintypesystem.capnproto;

import org.capnproto.AnyPointer;
import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructReader;
import org.capnproto.StructSize;
import org.capnproto.Text;

/** What capnproto-java's compiler makes of {@code brewery.Recipe}, as far as the tests need it. */
final class RecipeStruct {
    static final Factory factory = new Factory();

    private RecipeStruct() {}

    static final class Factory extends StructFactory<Builder, Reader> {
        @Override
        public Reader constructReader(
                SegmentReader segment, int data, int pointers, int dataSize, short pointerCount, int nestingLimit) {
            return new Reader(segment, data, pointers, dataSize, pointerCount, nestingLimit);
        }

        @Override
        public Builder constructBuilder(
                SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
            return new Builder(segment, data, pointers, dataSize, pointerCount);
        }

        @Override
        public StructSize structSize() {
            return new StructSize((short) 2, (short) 2);
        }

        @Override
        public Reader asReader(Builder builder) {
            return builder.asReader();
        }
    }

    static final class Builder extends StructBuilder {
        Builder(SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
            super(segment, data, pointers, dataSize, pointerCount);
        }

        Reader asReader() {
            return new Reader(segment, data, pointers, dataSize, pointerCount, Integer.MAX_VALUE);
        }

        void setName(String value) {
            _setPointerField(Text.factory, 0, new Text.Reader(value));
        }

        void setLiters(long value) {
            _setLongField(0, value);
        }

        AnyPointer.Builder getSteps() {
            return _getPointerField(AnyPointer.factory, 1);
        }
    }

    static final class Reader extends StructReader {
        Reader(SegmentReader segment, int data, int pointers, int dataSize, short pointerCount, int nestingLimit) {
            super(segment, data, pointers, dataSize, pointerCount, nestingLimit);
        }

        String getName() {
            return _getPointerField(Text.factory, 0).toString();
        }

        long getLiters() {
            return _getLongField(0);
        }

        AnyPointer.Reader getSteps() {
            return _getPointerField(AnyPointer.factory, 1);
        }
    }
}
