package brewery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.domaintypesystem.AnyMessage;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;

/**
 * Writes messages of types that nobody here was compiled with to files, a column for each field by its name: publishers tell
 * what their types look like.
 */
final class UnknownTypes implements Listener<AnyMessage> {
    /** What a file is called by: with a package, so that it is no known type's simple name. */
    private static final Pattern FULL_NAME = Pattern.compile("(?=.{1,100}$)\\w+(\\.\\w+)+");

    /** What the file ends with for messages that came before it was known what they mean. */
    static final String BYTES = "-bytes.csv";

    private final Path directory;
    private final Set<String> known;
    private final Tally tally;
    private final Map<String, Listener<AnyMessage>> files = new HashMap<>();

    /**
     * @param known full names of the types that are left to others
     */
    UnknownTypes(Path directory, Set<String> known, Tally tally) {
        this.directory = directory;
        this.known = known;
        this.tally = tally;
    }

    @Override
    public void onMessage(AnyMessage message, MessageInfo info) {
        if (!known.contains(message.typeName())) {
            filesOf(message.typeName()).onMessage(message, info);
        }
    }

    @Override
    public void onLoss(Loss loss) {
        if (!known.contains(loss.typeName())) {
            filesOf(loss.typeName()).onLoss(loss);
        }
    }

    private Listener<AnyMessage> filesOf(String type) {
        return files.computeIfAbsent(type, name -> tally.counting(name, new FilesOfType(directory)));
    }

    /** One file, as long as all publish the same version of the type, and its fields are known. */
    private static final class FilesOfType implements Listener<AnyMessage> {
        private final Path directory;
        private final Map<List<String>, CsvFile<Collection<Object>>> byColumns = new HashMap<>();
        private int versions;

        FilesOfType(Path directory) {
            this.directory = directory;
        }

        @Override
        public void onMessage(AnyMessage message, MessageInfo info) {
            Map<String, Object> fields = fields(message);
            List<String> columns = List.copyOf(fields.keySet());
            CsvFile<Collection<Object>> file = byColumns.get(columns);
            if (file == null) {
                file = open(fileName(message.typeName(), message.typeId()) + suffix(message), columns);
                byColumns.put(columns, file);
            }
            file.onMessage(fields.values(), info);
        }

        @Override
        public void onLoss(Loss loss) {
            byColumns.values().forEach(file -> file.onLoss(loss));
        }

        private String suffix(AnyMessage message) {
            if (message.schema().isEmpty()) {
                return BYTES;
            }
            versions++;
            return versions == 1 ? ".csv" : "-" + versions + ".csv";
        }

        private CsvFile<Collection<Object>> open(String name, List<String> columns) {
            try {
                return new CsvFile<>(directory.resolve(name), columns, ArrayList::new);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Map<String, Object> fields(AnyMessage message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        message.value()
                .ifPresentOrElse(
                        value -> value.fields().forEach(name -> fields.put(name, value.get(name))),
                        () -> fields.put("bytes", HexFormat.of().formatHex(message.bytes())));
        return fields;
    }

    /** Anybody on the network can make up a name: not every one is fit for a file. */
    static String fileName(String type, long typeId) {
        return FULL_NAME.matcher(type).matches() ? type : "%016x".formatted(typeId);
    }
}
