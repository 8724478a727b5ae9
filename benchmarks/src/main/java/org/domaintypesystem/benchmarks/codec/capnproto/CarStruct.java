package org.domaintypesystem.benchmarks.codec.capnproto;

import org.capnproto.PrimitiveList;
import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructList;
import org.capnproto.StructReader;
import org.capnproto.StructSize;
import org.capnproto.Text;
import org.domaintypesystem.benchmarks.codec.message.CarClass;

@SuppressWarnings("EnumOrdinal")
final class CarStruct {
    static final Factory factory = new Factory();
    private static final StructSize SIZE = new StructSize((short) 2, (short) 7);
    private static final CarClass[] CAR_CLASSS = CarClass.values();

    private CarStruct() {}

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

        void setSerialNumber(long value) {
            _setLongField(0, value);
        }

        void setModelYear(short value) {
            _setShortField(4, value);
        }

        void setAvailable(boolean value) {
            _setBooleanField(80, value);
        }

        void setCarClass(CarClass value) {
            _setShortField(6, (short) value.ordinal());
        }

        PrimitiveList.Int.Builder initSomeNumbers(int size) {
            return _initPointerField(PrimitiveList.Int.factory, 0, size);
        }

        EngineStruct.Builder initEngine() {
            return _initPointerField(EngineStruct.factory, 1, 0);
        }

        StructList.Builder<FuelFigureStruct.Builder> initFuelFigures(int size) {
            return _initPointerField(FuelFigureStruct.listFactory, 2, size);
        }

        StructList.Builder<PerformanceFigureStruct.Builder> initPerformanceFigures(int size) {
            return _initPointerField(PerformanceFigureStruct.listFactory, 3, size);
        }

        void setManufacturer(String value) {
            _setPointerField(Text.factory, 4, new Text.Reader(value));
        }

        void setModel(String value) {
            _setPointerField(Text.factory, 5, new Text.Reader(value));
        }

        void setActivationCode(String value) {
            _setPointerField(Text.factory, 6, new Text.Reader(value));
        }
    }

    static final class Reader extends StructReader {
        Reader(SegmentReader segment, int data, int pointers, int dataSize, short pointerCount, int nestingLimit) {
            super(segment, data, pointers, dataSize, pointerCount, nestingLimit);
        }

        long getSerialNumber() {
            return _getLongField(0);
        }

        short getModelYear() {
            return _getShortField(4);
        }

        boolean isAvailable() {
            return _getBooleanField(80);
        }

        CarClass getCarClass() {
            return CAR_CLASSS[_getShortField(6) & 0xFFFF];
        }

        PrimitiveList.Int.Reader getSomeNumbers() {
            return _getPointerField(PrimitiveList.Int.factory, 0);
        }

        EngineStruct.Reader getEngine() {
            return _getPointerField(EngineStruct.factory, 1);
        }

        StructList.Reader<FuelFigureStruct.Reader> getFuelFigures() {
            return _getPointerField(FuelFigureStruct.listFactory, 2);
        }

        StructList.Reader<PerformanceFigureStruct.Reader> getPerformanceFigures() {
            return _getPointerField(PerformanceFigureStruct.listFactory, 3);
        }

        Text.Reader getManufacturer() {
            return _getPointerField(Text.factory, 4);
        }

        Text.Reader getModel() {
            return _getPointerField(Text.factory, 5);
        }

        Text.Reader getActivationCode() {
            return _getPointerField(Text.factory, 6);
        }
    }
}
