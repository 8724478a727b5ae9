package org.domaintypesystem.dynamic;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.nodes.NodesReader;
import org.domaintypesystem.nodes.RefusedSchemaException;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.compatibility.VersionDifference;
import org.jspecify.annotations.Nullable;

/**
 * Takes whatever a fuzzer makes up: a schema, whose schema id is what it happens to be, and a message of it; or only a message
 * of {@link Brewery#BATCH}. The message is a value or refused, and everything that can be done with a schema and a value can be
 * done with these; anything else is an error.
 *
 * <p>An input begins with how many bytes the schema has, little-endian in eight bytes, 0 for none; then the type id and the
 * schema, if there is one, and the message.
 */
public final class DynamicFuzzer {
    private static final int MOST_JSON = 1 << 20;
    private static final int BYTES_PER_BYTE = 128;
    private static final int BYTES_AT_ONCE = 1 << 20;
    private static final int DEEPEST = 4 * Reading.MAX_NESTING;
    private static final Pattern FOUND = Pattern.compile("the schema id of \\S+ is ([0-9a-f]{16}), not 0+");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final DynamicCodec BATCH = Brewery.batch();

    private DynamicFuzzer() {}

    /** What becomes of an input. */
    enum Outcome {
        NO_INPUT,
        NO_SCHEMA,
        NO_MESSAGE,
        VALUE
    }

    /** What Jazzer and its like call. */
    public static void fuzzerTestOneInput(byte[] input) {
        outcome(input);
    }

    static Outcome outcome(byte[] input) {
        if (input.length < 2 * Long.BYTES) {
            return Outcome.NO_INPUT;
        }
        ByteBuffer head = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        long schemaBytes = head.getLong();
        if (schemaBytes == 0) {
            return decode(BATCH, Arrays.copyOfRange(input, head.position(), input.length));
        }
        long typeId = head.getLong();
        if (schemaBytes < 0 || schemaBytes > head.remaining()) {
            return Outcome.NO_INPUT;
        }
        byte[] nodes = new byte[(int) schemaBytes];
        head.get(nodes);
        Schema schema = schema(nodes, typeId);
        if (schema == null) {
            return Outcome.NO_SCHEMA;
        }
        compare(schema, BATCH.type().schema());
        compare(BATCH.type().schema(), schema);
        compare(schema, schema);
        return decode(DynamicCodec.of(schema), Arrays.copyOfRange(input, head.position(), input.length));
    }

    /** The input of a message, and of a schema if it is not that of {@link Brewery#BATCH}. */
    static byte[] input(long typeId, byte[] nodes, byte[] message) {
        ByteBuffer input = ByteBuffer.allocate(2 * Long.BYTES + nodes.length + message.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(nodes.length);
        if (nodes.length > 0) {
            input.putLong(typeId);
        }
        return Arrays.copyOf(input.put(nodes).put(message).array(), input.position());
    }

    /** Reads a schema that nobody asked for; null if it is none. */
    private static @Nullable Schema schema(byte[] nodes, long typeId) {
        try {
            NodesReader.message(nodes, 0, nodes.length, typeId, 0);
        } catch (RefusedSchemaException refused) {
            Matcher found = FOUND.matcher(String.valueOf(refused.getMessage()));
            if (found.matches()) {
                long schemaId = Long.parseUnsignedLong(found.group(1), 16);
                return NodesReader.message(nodes, 0, nodes.length, typeId, schemaId)
                        .schema();
            }
        }
        return null;
    }

    private static void compare(Schema written, Schema read) {
        VersionDifference difference = VersionDifference.between(written, read);
        boolean isSame = written == read;
        if (isSame && !(difference.isReadable() && difference.changes().isEmpty())) {
            throw new AssertionError("a schema that is not itself: " + difference.changes());
        }
        difference.changes().forEach(Object::toString);
    }

    private static Outcome decode(DynamicCodec codec, byte[] message) {
        long most = (long) BYTES_PER_BYTE * message.length + BYTES_AT_ONCE;
        // What is needed the first time only, such as classes, comes on top of that.
        if (allocatedFor(codec, message) > most && allocatedFor(codec, message) > most) {
            throw new AssertionError("more than " + most + " bytes of memory for a message of " + message.length);
        }
        DynamicStruct value = valueOf(codec, message);
        if (value == null) {
            return Outcome.NO_MESSAGE;
        }
        use(codec, value, message.length);
        return Outcome.VALUE;
    }

    private static @Nullable DynamicStruct valueOf(DynamicCodec codec, byte[] message) {
        try {
            return codec.decode(message, 0, message.length);
        } catch (DecodeException refused) {
            return null;
        }
    }

    private static long allocatedFor(DynamicCodec codec, byte[] message) {
        long before = allocated();
        valueOf(codec, message);
        return allocated() - before;
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static void use(DynamicCodec codec, DynamicStruct value, int length) {
        JsonElement compact = json(value, JsonStyle.COMPACT);
        JsonElement pretty = json(value, JsonStyle.PRETTY);
        if (compact == null || pretty == null) {
            return;
        }
        if (!compact.equals(pretty)) {
            throw new AssertionError("not the same JSON on one line and on several");
        }
        value.which();
        value.fields().forEach(value::get);
        byte[] buffer = new byte[16 * length + 1024];
        int written;
        try {
            written = codec.encode(value, buffer, 0, buffer.length);
        } catch (EncodeException | OutOfSpaceException refused) {
            // A pointer to anything; one place that many pointers lead to.
            return;
        }
        DynamicStruct again = codec.decode(buffer, 0, written);
        if (!again.equals(value) || again.hashCode() != value.hashCode()) {
            throw new AssertionError("another value when it was written and read: " + again);
        }
    }

    /** The value as JSON, read by somebody else; null if it is very long. */
    private static @Nullable JsonElement json(DynamicStruct value, JsonStyle style) {
        Bounded text = new Bounded();
        try {
            value.writeJson(text, style);
        } catch (IOException full) {
            return null;
        }
        JsonReader reader = new JsonReader(new StringReader(text.all.toString()));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
        return JsonParser.parseReader(reader);
    }

    /** Memory for a text, up to a limit. */
    private static final class Bounded implements Appendable {
        final StringBuilder all = new StringBuilder();

        @Override
        public Appendable append(CharSequence text) throws IOException {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            if (all.length() + end - start > MOST_JSON) {
                throw new IOException("full");
            }
            all.append(text, start, end);
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            return append(String.valueOf(c), 0, 1);
        }
    }
}
