package classes;

import java.util.List;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsUnknown;
import org.domaintypesystem.annotation.DtsValue;

interface Nested {
    static List<Object> examples() {
        return List.of(
                new Inner.Innermost(Level.HIGH, List.of(Level.LOW, Level.HIGH)),
                new Inner.Innermost(Level.LOW, null));
    }

    class Inner {
        @DtsType
        record Innermost(Level level, List<Level> levels) {}
    }

    /** Constants with bodies and fields. */
    @DtsValue
    enum Level {
        @DtsField(1)
        HIGH("h") {
            @Override
            int weight() {
                return 2;
            }
        },
        @DtsUnknown
        @DtsField(value = 0, name = "down")
        LOW("l") {
            @Override
            int weight() {
                return 1;
            }
        };

        final String code;

        Level(String code) {
            this.code = code;
        }

        abstract int weight();
    }
}
