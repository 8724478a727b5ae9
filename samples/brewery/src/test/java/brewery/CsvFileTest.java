package brewery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    private Path directory;

    @Test
    void messagesAndLosses() throws IOException {
        Path path = directory.resolve("Temperature.csv");
        CsvFile<Temperature> file =
                new CsvFile<>(path, List.of("sensor", "celsius", "at"), t -> List.of(t.sensor(), t.celsius(), t.at()));

        file.onMessage(new Temperature("mash-tun", 64.5, Instant.EPOCH), new Numbered(1));
        file.onLoss(new Loss("brewery.Temperature", 0xabc, 2, 3, Loss.Cause.MISSING));
        file.onMessage(new Temperature("mash-tun", 65, Instant.EPOCH), new Numbered(5));

        assertThat(Files.readAllLines(path))
                .containsExactly(
                        "sequence,sensor,celsius,at",
                        "1,mash-tun,64.5,1970-01-01T00:00:00Z",
                        "# lost 3 messages of brewery.Temperature, from sequence 2 of sender 0000000000000abc on: MISSING",
                        "5,mash-tun,65.0,1970-01-01T00:00:00Z");
    }

    @Test
    void whatWouldBreakALineIsQuoted() {
        assertThat(CsvFile.line(List.of("plain", "a,b", "say \"sake\"", "two\nlines", "#1")))
                .isEqualTo("plain,\"a,b\",\"say \"\"sake\"\"\",\"two\nlines\",\"#1\"");
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertThat(CsvFile.line(Arrays.asList(1, null, 2))).isEqualTo("1,,2");
    }

    private record Numbered(long sequence) implements MessageInfo {
        @Override
        public long sender() {
            return 0xabc;
        }

        @Override
        public long sourceTimeNanos() {
            return 0;
        }

        @Override
        public long receiveTimeNanos() {
            return 0;
        }

        @Override
        public boolean isLastValue() {
            return false;
        }

        @Override
        public String typeName() {
            return "brewery.Temperature";
        }
    }
}
