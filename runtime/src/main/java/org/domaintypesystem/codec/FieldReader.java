package org.domaintypesystem.codec;

import java.util.Objects;

/**
 * Reads the fields of structs and the elements of lists that a {@link WireReader} has resolved. A struct or list is a
 * {@code long}, so that reading allocates nothing. Fields that a struct of an older sender does not have read as their
 * defaults.
 */
public abstract class FieldReader {
    private static final byte[] NOTHING = {};

    byte[] buffer = NOTHING;

    FieldReader() {}

    /** How many elements a resolved list has; 0 for {@link WireReader#ABSENT}. */
    public int count(long list) {
        return (int) (list >>> 6) & (WireReader.MAX_END - 1);
    }

    /**
     * An element of a resolved list, as a struct: a plain value is the only field of one. Not for lists of bits.
     *
     * @param index below {@link #count}; the caller checks that
     */
    public long element(long list, int index) {
        int at = at(list);
        if (((int) list & 7) != ElementSize.COMPOSITE) {
            return plainElement(at, (int) list & 7, index);
        }
        long tag = (long) LittleEndian.LONG.get(buffer, at - Long.BYTES);
        int dataBytes = ((int) (tag >>> 32) & 0xFFFF) << 3;
        int pointers = (int) (tag >>> 48);
        return struct(at + index * (dataBytes + (pointers << 3)), dataBytes, pointers);
    }

    /**
     * What leads from an element of a list of structs to the next: it is added to the {@code long} that stands for the
     * element.
     */
    public static long step(long element) {
        return (long) (dataBytes(element) + (pointers(element) << 3)) << 35;
    }

    /** The element that follows another at a distance, in a list of structs. */
    public static long following(long first, int index) {
        return first + index * step(first);
    }

    static long plainElement(int at, int size, int index) {
        int bytes = ElementSize.bits(size) >>> 3;
        return size == ElementSize.POINTER ? struct(at + index * bytes, 0, 1) : struct(at + index * bytes, bytes, 0);
    }

    /** An element of a resolved list of bits. The index is checked, as it is by the methods that follow. */
    public boolean bitAt(long list, int index) {
        int bit = Objects.checkIndex(index, count(list));
        return (buffer[at(list) + (bit >>> 3)] >>> (bit & 7) & 1) != 0;
    }

    /** An element of a resolved list whose elements have the size of what is read; also below. */
    public byte int8At(long list, int index) {
        return buffer[at(list) + Objects.checkIndex(index, count(list))];
    }

    public short int16At(long list, int index) {
        return (short) LittleEndian.SHORT.get(buffer, at(list) + Objects.checkIndex(index, count(list)) * Short.BYTES);
    }

    public char uint16At(long list, int index) {
        return (char) int16At(list, index);
    }

    public int int32At(long list, int index) {
        return (int) LittleEndian.INT.get(buffer, at(list) + Objects.checkIndex(index, count(list)) * Integer.BYTES);
    }

    public long int64At(long list, int index) {
        return (long) LittleEndian.LONG.get(buffer, at(list) + Objects.checkIndex(index, count(list)) * Long.BYTES);
    }

    public float float32At(long list, int index) {
        return Float.intBitsToFloat(int32At(list, index));
    }

    public double float64At(long list, int index) {
        return Double.longBitsToDouble(int64At(list, index));
    }

    /**
     * Eight bytes at an offset in bytes in the data section, from which fields are taken by shifting. Bytes that the
     * struct does not have are zero.
     *
     * @param size bytes of the data section that the reader's schema has. Since that is one and the same for all fields,
     *     the compiler checks the struct once for all of them
     */
    public long word(long struct, int offset, int size) {
        return size <= dataBytes(struct)
                ? (long) LittleEndian.LONG.get(buffer, at(struct) + offset)
                : shortWord(struct, offset);
    }

    private long shortWord(long struct, int offset) {
        long word = 0;
        for (int i = Math.min(dataBytes(struct), offset + Long.BYTES) - 1; i >= offset; i--) {
            word = (word << Byte.SIZE) | (buffer[at(struct) + i] & 0xFF);
        }
        return word;
    }

    /** A bit at an offset in bits in the data section. */
    public boolean bool(long struct, int bit) {
        return bit >>> 3 < dataBytes(struct) && (buffer[at(struct) + (bit >>> 3)] >>> (bit & 7) & 1) != 0;
    }

    /** A byte at an offset in bytes in the data section, as are the offsets of the methods that follow. */
    public byte int8(long struct, int offset) {
        return offset < dataBytes(struct) ? buffer[at(struct) + offset] : 0;
    }

    public short int16(long struct, int offset) {
        return offset + Short.BYTES <= dataBytes(struct)
                ? (short) LittleEndian.SHORT.get(buffer, at(struct) + offset)
                : 0;
    }

    public char uint16(long struct, int offset) {
        return (char) int16(struct, offset);
    }

    public int int32(long struct, int offset) {
        return offset + Integer.BYTES <= dataBytes(struct)
                ? (int) LittleEndian.INT.get(buffer, at(struct) + offset)
                : 0;
    }

    public long int64(long struct, int offset) {
        return offset + Long.BYTES <= dataBytes(struct) ? (long) LittleEndian.LONG.get(buffer, at(struct) + offset) : 0;
    }

    public float float32(long struct, int offset) {
        return Float.intBitsToFloat(int32(struct, offset));
    }

    public double float64(long struct, int offset) {
        return Double.longBitsToDouble(int64(struct, offset));
    }

    /** Index of the first byte of a resolved struct or list; meaningless for {@link WireReader#ABSENT}. */
    public static int at(long resolved) {
        return (int) (resolved >>> 35);
    }

    static long struct(int at, int dataBytes, int pointers) {
        // A sum, not an or: the compiler knows how to undo it.
        return ((long) at << 35) + (((long) dataBytes << 16) + pointers);
    }

    static long list(int at, int count, int elementSize) {
        return ((long) at << 35) + (((long) count << 6) + elementSize);
    }

    /** How many bytes the data section of a resolved struct has; 0 for {@link WireReader#ABSENT}, as also below. */
    public static int dataBytes(long struct) {
        return (int) (struct >>> 16) & 0x7_FFFF;
    }

    /** How many pointers a resolved struct has. */
    public static int pointers(long struct) {
        return (int) struct & 0xFFFF;
    }

    static int pointerAt(long struct, int pointerIndex) {
        return at(struct) + dataBytes(struct) + (pointerIndex << 3);
    }
}
