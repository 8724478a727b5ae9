package org.domaintypesystem.benchmarks.codec;

import java.util.Locale;
import org.domaintypesystem.benchmarks.codec.capnproto.CapnprotoBigList;
import org.domaintypesystem.benchmarks.codec.capnproto.CapnprotoCar;
import org.domaintypesystem.benchmarks.codec.capnproto.CapnprotoSensor;
import org.domaintypesystem.benchmarks.codec.dts.DtsBigList;
import org.domaintypesystem.benchmarks.codec.dts.DtsCar;
import org.domaintypesystem.benchmarks.codec.dts.DtsSensor;
import org.domaintypesystem.benchmarks.codec.objects.CborContender;
import org.domaintypesystem.benchmarks.codec.objects.ForyContender;
import org.domaintypesystem.benchmarks.codec.objects.KryoContender;
import org.domaintypesystem.benchmarks.codec.protobuf.ProtobufBigList;
import org.domaintypesystem.benchmarks.codec.protobuf.ProtobufCar;
import org.domaintypesystem.benchmarks.codec.protobuf.ProtobufSensor;
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
                case BIG -> new DtsBigList();
            };
        }
    },
    SBE {
        @Override
        public Contender contender(Message message) {
            return switch (message) {
                case SENSOR -> new SbeSensor();
                case CAR -> new SbeCar();
                case BIG -> new SbeBigList();
            };
        }
    },
    CAPNPROTO_JAVA {
        @Override
        public Contender contender(Message message) {
            return switch (message) {
                case SENSOR -> new CapnprotoSensor();
                case CAR -> new CapnprotoCar();
                case BIG -> new CapnprotoBigList();
            };
        }
    },
    PROTOBUF {
        @Override
        public Contender contender(Message message) {
            return switch (message) {
                case SENSOR -> new ProtobufSensor();
                case CAR -> new ProtobufCar();
                case BIG -> new ProtobufBigList();
            };
        }
    },
    FORY {
        @Override
        public Contender contender(Message message) {
            return new ForyContender(message.value());
        }
    },
    KRYO {
        @Override
        public Contender contender(Message message) {
            return new KryoContender(message.value());
        }
    },
    CBOR {
        @Override
        public Contender contender(Message message) {
            return new CborContender(message.value());
        }
    };

    /** A new contender, with nothing in its buffer. */
    public abstract Contender contender(Message message);

    /** The one of this name, as {@link #toString} says it. */
    public static Format of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As people and JMH call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
