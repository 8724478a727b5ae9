package org.domaintypesystem.benchmarks.bus;

import java.io.DataInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LCM in Java, from Debian's {@code liblcm-java}, which no repository of Java's has: so it is found when it runs. It lets nobody
 * choose an interface, and so is for a {@link Namespace} only.
 */
final class LcmContender implements Contender {
    private static final Path JAR = Path.of(System.getProperty("lcm.jar", "/usr/share/java/lcm.jar"));
    private static final String CHANNEL = "C";
    private static final int SEQUENCE = Long.BYTES;

    private final int port;
    private final ClassLoader loader;
    private final List<AutoCloseable> open = new ArrayList<>();

    LcmContender(int port) throws IOException {
        this.port = port;
        URLClassLoader jar = new URLClassLoader(new URL[] {JAR.toUri().toURL()});
        this.loader = jar;
        open.add(jar);
    }

    /** Whether it is installed. */
    static boolean isHere() {
        return Files.isReadable(JAR);
    }

    @Override
    public void listen(Topic topic, Sink sink) throws IOException {
        try {
            Class<?> subscriber = loader.loadClass("lcm.lcm.LCMSubscriber");
            Object listener =
                    Proxy.newProxyInstance(loader, new Class<?>[] {subscriber}, (proxy, method, arguments) -> {
                        if (method.getDeclaringClass() == subscriber) {
                            hear((DataInput) arguments[2], sink);
                            return null;
                        }
                        return method.getName().equals("hashCode")
                                ? System.identityHashCode(proxy)
                                : proxy == arguments[0];
                    });
            Object lcm = lcm(topic);
            lcm.getClass().getMethod("subscribe", String.class, subscriber).invoke(lcm, CHANNEL, listener);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    /** A message begins as those of the others do. */
    private static void hear(DataInput message, Sink sink) throws IOException {
        int source = message.readInt();
        message.skipBytes(SEQUENCE - Integer.BYTES);
        sink.message(source, message.readLong());
    }

    @Override
    public Sender sender(Topic topic) throws IOException {
        byte[] message = new byte[topic.bytes];
        ByteBuffer numbers = ByteBuffer.wrap(message);
        MethodHandle publish = publish(topic);
        return (source, first, count) -> {
            for (long sequence = first; sequence < first + count; sequence++) {
                numbers.putInt(0, source).putLong(SEQUENCE, sequence);
                invoke(publish, message);
            }
        };
    }

    private MethodHandle publish(Topic topic) throws IOException {
        try {
            Object lcm = lcm(topic);
            MethodType type = MethodType.methodType(void.class, String.class, byte[].class, int.class, int.class);
            return MethodHandles.publicLookup()
                    .findVirtual(lcm.getClass(), "publish", type)
                    .bindTo(lcm)
                    .bindTo(CHANNEL);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    private static void invoke(MethodHandle publish, byte[] message) {
        try {
            publish.invokeExact(message, 0, message.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Object lcm(Topic topic) throws IOException, ReflectiveOperationException {
        String address = "udpm://%s:%d?ttl=0".formatted(topic.group().getHostAddress(), topic.port(port));
        Object lcm = loader.loadClass("lcm.lcm.LCM")
                .getConstructor(String[].class)
                .newInstance((Object) new String[] {address});
        open.add(() -> lcm.getClass().getMethod("close").invoke(lcm));
        return lcm;
    }

    @Override
    public void close() throws IOException {
        // What was opened last first.
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
