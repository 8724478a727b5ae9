package org.domaintypesystem.benchmarks.codec.objects;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Jackson's CBOR, which every language reads and which names each field. */
public final class CborContender extends ObjectContender {
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final Output out = new Output();

    public CborContender(Object value) {
        super(value);
        CBORMapper mapper = new CBORMapper();
        this.writer = mapper.writerFor(value.getClass());
        this.reader = mapper.readerFor(value.getClass());
    }

    @Override
    public int encode() {
        out.length = 0;
        try {
            writer.writeValue(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.length;
    }

    @Override
    public Object decode(int length) {
        try {
            return reader.readValue(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Into the buffer. */
    private final class Output extends OutputStream {
        private int length;

        @Override
        public void write(int value) {
            buffer[length++] = (byte) value;
        }

        @Override
        public void write(byte[] from, int offset, int count) {
            System.arraycopy(from, offset, buffer, length, count);
            length += count;
        }
    }
}
