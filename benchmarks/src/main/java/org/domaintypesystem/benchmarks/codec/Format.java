package org.domaintypesystem.benchmarks.codec;

import org.domaintypesystem.benchmarks.codec.capnproto.CapnprotoBigList;
import org.domaintypesystem.benchmarks.codec.capnproto.CapnprotoCar;
import org.domaintypesystem.benchmarks.codec.capnproto.CapnprotoSensor;
import org.domaintypesystem.benchmarks.codec.dts.DtsBigList;
import org.domaintypesystem.benchmarks.codec.dts.DtsCar;
import org.domaintypesystem.benchmarks.codec.dts.DtsSensor;
import org.domaintypesystem.benchmarks.codec.sbe.SbeBigList;
import org.domaintypesystem.benchmarks.codec.sbe.SbeCar;
import org.domaintypesystem.benchmarks.codec.sbe.SbeSensor;

/** The formats that are measured. */
public enum Format {
    DTS {
        @Override
        public Contender contender(Message message) {
            return switch (message) {
                case SENSOR -> new DtsSensor();
                case CAR -> new DtsCar();
                case BIG_LIST -> new DtsBigList();
            };
        }
    },
    SBE {
        @Override
        public Contender contender(Message message) {
            return switch (message) {
                case SENSOR -> new SbeSensor();
                case CAR -> new SbeCar();
                case BIG_LIST -> new SbeBigList();
            };
        }
    },
    CAPNPROTO_JAVA {
        @Override
        public Contender contender(Message message) {
            return switch (message) {
                case SENSOR -> new CapnprotoSensor();
                case CAR -> new CapnprotoCar();
                case BIG_LIST -> new CapnprotoBigList();
            };
        }
    };

    /** A new contender, with nothing in its buffer. */
    public abstract Contender contender(Message message);
}
