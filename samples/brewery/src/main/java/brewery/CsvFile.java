package brewery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;

/** Writes every message that it hears to a file, a line each, and a comment where messages were lost. */
final class CsvFile<T> implements Listener<T> {
    private final Function<T, List<Object>> cells;
    private final BufferedWriter file;

    CsvFile(Path path, List<String> columns, Function<T, List<Object>> cells) throws IOException {
        this.cells = cells;
        this.file = Files.newBufferedWriter(path);
        write("sequence," + line(columns));
    }

    @Override
    public void onMessage(T message, MessageInfo info) {
        write(info.sequence() + "," + line(cells.apply(message)));
    }

    @Override
    public void onLoss(Loss loss) {
        write("# lost " + loss);
    }

    /** Every line is written out at once, so that whoever looks sees what has been heard. */
    private void write(String line) {
        try {
            file.write(line);
            file.newLine();
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String line(List<?> cells) {
        return cells.stream().map(CsvFile::cell).collect(Collectors.joining(","));
    }

    private static String cell(Object value) {
        String text = Objects.toString(value, "");
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '#');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
