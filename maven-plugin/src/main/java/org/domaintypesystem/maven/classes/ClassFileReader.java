package org.domaintypesystem.maven.classes;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks through the bytes of a class file, in the order of section 4 of the JVM's specification. */
final class ClassFileReader {
    private static final int MAGIC = 0xcafebabe;

    private final DataInputStream in;
    private Object[] constants = new Object[0];
    private @Nullable String source;
    private boolean isGeneric;
    private boolean isLocal;
    private final Map<String, Map<String, List<String>>> annotations = new LinkedHashMap<>();

    ClassFileReader(DataInputStream in) {
        this.in = in;
    }

    ClassFile read() throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("it does not begin like one");
        }
        in.readInt();
        readConstants();
        in.readUnsignedShort();
        String name = className(in.readUnsignedShort());
        in.readUnsignedShort();
        in.skipNBytes(2L * in.readUnsignedShort());
        skipMembers();
        skipMembers();
        readAttributes();
        return new ClassFile(name, source, isGeneric, isLocal, annotations);
    }

    private void readConstants() throws IOException {
        constants = new Object[in.readUnsignedShort()];
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            constants[i] = switch (tag) {
                case 1 -> in.readUTF();
                case 7 -> in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.readUnsignedShort();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
                case 5, 6 -> in.readLong();
                case 15 -> (in.readUnsignedByte() << 16) | in.readUnsignedShort();
                default -> throw new IOException("it has a constant of kind " + tag);
            };
            if (tag == 5 || tag == 6) {
                i++;
            }
        }
    }

    private String text(int index) {
        return (String) constants[index];
    }

    private String className(int index) {
        return text((Integer) constants[index]).replace('/', '.');
    }

    private void skipMembers() throws IOException {
        int members = in.readUnsignedShort();
        for (int i = 0; i < members; i++) {
            in.skipNBytes(6);
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                in.readUnsignedShort();
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
    }

    private void readAttributes() throws IOException {
        int attributes = in.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            String name = text(in.readUnsignedShort());
            long length = Integer.toUnsignedLong(in.readInt());
            switch (name) {
                case "SourceFile" -> source = text(in.readUnsignedShort());
                case "Signature" -> isGeneric = text(in.readUnsignedShort()).startsWith("<");
                case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> {
                    int count = in.readUnsignedShort();
                    for (int j = 0; j < count; j++) {
                        readAnnotation();
                    }
                }
                default -> {
                    isLocal |= name.equals("EnclosingMethod");
                    in.skipNBytes(length);
                }
            }
        }
    }

    private void readAnnotation() throws IOException {
        String type = type(text(in.readUnsignedShort()));
        Map<String, List<String>> elements = new LinkedHashMap<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            List<String> values = new ArrayList<>();
            elements.put(text(in.readUnsignedShort()), values);
            readValue(values);
        }
        annotations.put(type, elements);
    }

    private void readValue(List<String> into) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 's' -> into.add(text(in.readUnsignedShort()));
            case 'c' -> into.add(type(text(in.readUnsignedShort())));
            case 'e' -> in.skipNBytes(4);
            case '@' -> {
                in.readUnsignedShort();
                skipElements();
            }
            case '[' -> {
                int count = in.readUnsignedShort();
                for (int i = 0; i < count; i++) {
                    readValue(into);
                }
            }
            default -> in.skipNBytes(2);
        }
    }

    private void skipElements() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.readUnsignedShort();
            readValue(new ArrayList<>());
        }
    }

    /** The name of a class in a descriptor: {@code Lbrewery/Vat;}. */
    private static String type(String descriptor) {
        return descriptor.startsWith("L")
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : descriptor;
    }
}
