package org.domaintypesystem.benchmarks.codec;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing a value, making an object of a message, and reading a message where it lies. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
// SBE's buffers reach for the JDK's own Unsafe; no other contender needs a flag.
@Fork(value = 3, jvmArgsAppend = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED")
public class CodecBenchmark {
    @Param({"dts", "sbe", "capnproto-java", "protobuf", "fory", "kryo", "cbor"})
    private String codec = "dts";

    @Param({"sensor", "car", "big"})
    private String message = "sensor";

    // Each run has a virtual machine of its own and measures one class, so calls to it are as good as direct.
    private Contender contender = Format.DTS.contender(Message.SENSOR);
    private int length;

    /** Looks first whether the contender does what is measured. */
    @Setup
    public void setUp() {
        contender = Format.of(codec).contender(Message.of(message));
        length = contender.encode();
        if (!SameValue.are(contender.decode(length), contender.value())) {
            throw new IllegalStateException("%s reads something else than the %s it wrote".formatted(codec, message));
        }
    }

    @Benchmark
    public int encode() {
        return contender.encode();
    }

    @Benchmark
    public Object decode() {
        return contender.decode(length);
    }

    @Benchmark
    public long access() {
        return contender.access(length);
    }
}
