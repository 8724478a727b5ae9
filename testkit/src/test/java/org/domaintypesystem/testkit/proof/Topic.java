package org.domaintypesystem.testkit.proof;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Publisher;
import org.domaintypesystem.Subscription;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.TypeDescriptor;

/** A type of which messages are made by chance. */
enum Topic {
    LETTER(LetterCodec.INSTANCE) {
        @Override
        Letter draw(SplittableRandom random) {
            int most = random.nextInt(100) == 0 ? 20_000 : random.nextInt(10) == 0 ? 1200 : 60;
            return new Letter(random.nextLong(), "x".repeat(random.nextInt(most)));
        }
    },
    ALARM(AlarmCodec.INSTANCE) {
        @Override
        Alarm draw(SplittableRandom random) {
            return new Alarm(random.nextBoolean(), random.nextInt(), Integer.toString(random.nextInt(1000)));
        }
    },
    CURVE(CurveCodec.INSTANCE) {
        @Override
        Curve draw(SplittableRandom random) {
            List<String> names = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> Integer.toHexString(random.nextInt()))
                    .toList();
            List<Integer> points = random.ints(random.nextInt(40)).boxed().toList();
            return new Curve(random.nextDouble(), names, points);
        }
    };

    private final Codec<?> codec;

    Topic(Codec<?> codec) {
        this.codec = codec;
    }

    abstract Object draw(SplittableRandom random);

    TypeDescriptor type() {
        return codec.type();
    }

    String fullName() {
        return codec.type().name();
    }

    Subscription listen(Dts dts, Journal journal, Delivery delivery) {
        return dts.listen(codec, journal, delivery);
    }

    boolean publish(Dts dts, Object message) {
        return publish(dts, codec, message);
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean publish(Dts dts, Codec<T> codec, Object message) {
        return new Publisher<>(dts, codec) {}.publish((T) message);
    }
}
