package brewery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void numbersGoToTheRight() {
        Table table = new Table("type", "sent").row("FlowRate", 7L).row("Pump", 12_345L);

        assertThat(table.lines())
                .containsExactly(
                        "type       sent", //
                        "FlowRate      7",
                        "Pump      12345");
    }

    @Test
    void noNumberGoesToTheRightToo() {
        assertThat(new Table("type", "lost").row("a", Table.NOTHING).row("b", 1).lines())
                .containsExactly(
                        "type  lost", //
                        "a        -",
                        "b        1");
    }

    @Test
    void nothingTrails() {
        assertThat(new Table("type", "value").row("Pressure", "").lines())
                .containsExactly("type      value", "Pressure");
    }

    @Test
    void headerAlone() {
        assertThat(new Table("a", "b").lines()).containsExactly("a  b");
    }

    @Test
    void rowsAreComplete() {
        Table table = new Table("a", "b");

        assertThatThrownBy(() -> table.row(1)).hasMessageContaining("1 cells, expected 2");
    }
}
