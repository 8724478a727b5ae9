package org.domaintypesystem.benchmarks.codec.capnproto;

import org.capnproto.PrimitiveList;
import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructReader;
import org.capnproto.StructSize;
import org.capnproto.TextList;

final class BigListStruct {
    static final Factory factory = new Factory();
    private static final StructSize SIZE = new StructSize((short) 0, (short) 3);

    private BigListStruct() {}

    static final class Factory extends StructFactory<Builder, Reader> {
        private Factory() {}

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
            return SIZE;
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

        PrimitiveList.Int.Builder initNumbers(int size) {
            return _initPointerField(PrimitiveList.Int.factory, 0, size);
        }

        PrimitiveList.Double.Builder initMeasures(int size) {
            return _initPointerField(PrimitiveList.Double.factory, 1, size);
        }

        TextList.Builder initNames(int size) {
            return _initPointerField(TextList.factory, 2, size);
        }
    }

    static final class Reader extends StructReader {
        Reader(SegmentReader segment, int data, int pointers, int dataSize, short pointerCount, int nestingLimit) {
            super(segment, data, pointers, dataSize, pointerCount, nestingLimit);
        }

        PrimitiveList.Int.Reader getNumbers() {
            return _getPointerField(PrimitiveList.Int.factory, 0);
        }

        PrimitiveList.Double.Reader getMeasures() {
            return _getPointerField(PrimitiveList.Double.factory, 1);
        }

        TextList.Reader getNames() {
            return _getPointerField(TextList.factory, 2);
        }
    }
}
