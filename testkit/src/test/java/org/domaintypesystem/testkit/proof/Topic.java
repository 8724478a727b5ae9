package org.domaintypesystem.testkit.proof;

import java.nio.charset.StandardCharsets;
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
            return new Letter(random.nextLong(), text(random, random.nextInt(most)));
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
    },
    INVOICE(InvoiceCodec.INSTANCE) {
        @Override
        Invoice draw(SplittableRandom random) {
            return new Invoice(random.nextLong(), random.nextInt(), text(random, random.nextInt(20)));
        }
    },
    PHOTO(PhotoCodec.INSTANCE) {
        @Override
        Photo draw(SplittableRandom random) {
            int most = random.nextInt(100) == 0 ? 100_000 : random.nextInt(20) == 0 ? 5000 : 60;
            return new Photo(random.nextLong(), text(random, random.nextInt(most)));
        }
    };

    /** More than headers and the like take of a message, each datagram of which has its own. */
    private static final int OVERHEAD = 400;

    private final Codec<?> codec;

    Topic(Codec<?> codec) {
        this.codec = codec;
    }

    abstract Object draw(SplittableRandom random);

    static String text(SplittableRandom random, int length) {
        byte[] text = new byte[length];
        random.nextBytes(text);
        for (int i = 0; i < length; i++) {
            text[i] &= 0x7f;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** How many bytes a message takes at most on the network. */
    long most(Object message) {
        return message instanceof Photo photo ? OVERHEAD + photo.pixels().length() * 5L / 4 : OVERHEAD;
    }

    TypeDescriptor type() {
        return codec.type();
    }

    boolean isReliable() {
        return codec.type().isReliable();
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
