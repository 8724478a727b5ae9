package org.domaintypesystem.keys;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a key: {@code java -cp dts-runtime.jar org.domaintypesystem.keys.NewKey /etc/brewery/dts.keys} writes it to a file that
 * only its owner may read. Without a file it is printed.
 */
public final class NewKey {
    private static final String USAGE = """
            usage: NewKey [aes-256-gcm|chacha20-poly1305] [FILE]
            Makes a key, for AES-256-GCM unless another algorithm is named. With FILE, writes it to that file, which must not be
            there yet and which only its owner may read; otherwise prints it.""";

    private NewKey() {}

    /** Makes a key; ends the program with a status other than 0 if it cannot. */
    public static void main(String[] arguments) {
        int status = run(Arrays.asList(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> left = new ArrayList<>(arguments);
        KeyAlgorithm named = left.isEmpty() ? null : KeyAlgorithm.named(left.get(0));
        if (named != null) {
            left.remove(0);
        }
        if (left.size() > 1 || (!left.isEmpty() && left.get(0).startsWith("-"))) {
            err.println(USAGE);
            return 2;
        }
        GroupKey key = GroupKey.generate(named == null ? KeyAlgorithm.AES_256_GCM : named);
        byte[] line = ("# " + key + "\n" + key.reveal() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            if (left.isEmpty()) {
                out.write(line, 0, line.length);
                out.flush();
            } else {
                KeyFile.create(Path.of(left.get(0)), line);
                out.println(key + " is in " + left.get(0) + ", which only its owner may read");
            }
            return 0;
        } catch (FileAlreadyExistsException e) {
            err.println(left.get(0) + " is there already, and may hold a key that is in use: name another file");
            return 1;
        } catch (IOException e) {
            err.println("cannot write " + left.get(0) + ": " + e);
            return 1;
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }
}
