package org.domaintypesystem.benchmarks.codec.capnproto;

import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructList;
import org.capnproto.StructReader;
import org.capnproto.StructSize;
import org.capnproto.Text;

final class FuelFigureStruct {
    static final Factory factory = new Factory();
    static final StructList.Factory<Builder, Reader> listFactory = new StructList.Factory<>(factory);
    private static final StructSize SIZE = new StructSize((short) 1, (short) 1);

    private FuelFigureStruct() {}

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

        void setSpeed(short value) {
            _setShortField(0, value);
        }

        void setMpg(float value) {
            _setFloatField(1, value);
        }

        void setUsage(String value) {
            _setPointerField(Text.factory, 0, new Text.Reader(value));
        }
    }

    static final class Reader extends StructReader {
        Reader(SegmentReader segment, int data, int pointers, int dataSize, short pointerCount, int nestingLimit) {
            super(segment, data, pointers, dataSize, pointerCount, nestingLimit);
        }

        short getSpeed() {
            return _getShortField(0);
        }

        float getMpg() {
            return _getFloatField(1);
        }

        Text.Reader getUsage() {
            return _getPointerField(Text.factory, 0);
        }
    }
}
