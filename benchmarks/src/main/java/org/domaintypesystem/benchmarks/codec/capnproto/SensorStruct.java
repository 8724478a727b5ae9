package org.domaintypesystem.benchmarks.codec.capnproto;

import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructReader;
import org.capnproto.StructSize;
import org.capnproto.Text;
import org.domaintypesystem.benchmarks.codec.message.TemperatureUnit;

@SuppressWarnings("EnumOrdinal")
final class SensorStruct {
    static final Factory factory = new Factory();
    private static final StructSize SIZE = new StructSize((short) 4, (short) 1);
    private static final TemperatureUnit[] TEMPERATURE_UNITS = TemperatureUnit.values();

    private SensorStruct() {}

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

        void setTimestampNanos(long value) {
            _setLongField(0, value);
        }

        void setSensorId(int value) {
            _setIntField(2, value);
        }

        void setCelsius(double value) {
            _setDoubleField(2, value);
        }

        void setHumidity(float value) {
            _setFloatField(3, value);
        }

        void setStatus(short value) {
            _setShortField(12, value);
        }

        void setOk(boolean value) {
            _setBooleanField(208, value);
        }

        void setUnit(TemperatureUnit value) {
            _setShortField(14, (short) value.ordinal());
        }

        void setName(String value) {
            _setPointerField(Text.factory, 0, new Text.Reader(value));
        }
    }

    static final class Reader extends StructReader {
        Reader(SegmentReader segment, int data, int pointers, int dataSize, short pointerCount, int nestingLimit) {
            super(segment, data, pointers, dataSize, pointerCount, nestingLimit);
        }

        long getTimestampNanos() {
            return _getLongField(0);
        }

        int getSensorId() {
            return _getIntField(2);
        }

        double getCelsius() {
            return _getDoubleField(2);
        }

        float getHumidity() {
            return _getFloatField(3);
        }

        short getStatus() {
            return _getShortField(12);
        }

        boolean isOk() {
            return _getBooleanField(208);
        }

        TemperatureUnit getUnit() {
            return TEMPERATURE_UNITS[_getShortField(14) & 0xFFFF];
        }

        Text.Reader getName() {
            return _getPointerField(Text.factory, 0);
        }
    }
}
