package org.domaintypesystem.benchmarks.codec.capnproto;

import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructList;
import org.capnproto.StructReader;
import org.capnproto.StructSize;

final class PerformanceFigureStruct {
    static final Factory factory = new Factory();
    static final StructList.Factory<Builder, Reader> listFactory = new StructList.Factory<>(factory);
    private static final StructSize SIZE = new StructSize((short) 1, (short) 1);

    private PerformanceFigureStruct() {}

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

        void setOctaneRating(byte value) {
            _setByteField(0, value);
        }

        StructList.Builder<AccelerationStruct.Builder> initAccelerations(int size) {
            return _initPointerField(AccelerationStruct.listFactory, 0, size);
        }
    }

    static final class Reader extends StructReader {
        Reader(SegmentReader segment, int data, int pointers, int dataSize, short pointerCount, int nestingLimit) {
            super(segment, data, pointers, dataSize, pointerCount, nestingLimit);
        }

        byte getOctaneRating() {
            return _getByteField(0);
        }

        StructList.Reader<AccelerationStruct.Reader> getAccelerations() {
            return _getPointerField(AccelerationStruct.listFactory, 0);
        }
    }
}
