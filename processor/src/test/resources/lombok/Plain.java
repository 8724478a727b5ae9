package examples;

import java.time.Instant;
import java.util.List;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.Setter;
import lombok.Singular;
import lombok.Value;
import lombok.With;
import lombok.experimental.Accessors;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsIgnore;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

class Plain {
    static List<Object> examples() {
        WithData data = new WithData("a");
        data.setOpen(true);
        data.setCount(5);
        data.setPart(Part.builder().name("p").weight(3).build());
        WithFields fields = new WithFields();
        fields.setSensor("b");
        fields.setCelsius(3);
        OwnAccessors own = new OwnAccessors();
        own.setGuarded(true);
        own.setScim(true);
        return List.of(
                data,
                own,
                new WithValue("c", Instant.EPOCH, false),
                Part.builder().name("d").build(),
                WithBuilder.builder().name("e").tag("x").tag("y").weight(5L).build(),
                fields,
                new Fluent().name("f").number(2).isOpen(true),
                new RecordWithBuilder("g", 1),
                new Copied().withName("h"),
                new Both("i", 1));
    }

    @Data
    @DtsType
    static class WithData {
        @DtsKey
        private final String sensor;

        private boolean isOpen;
        private Integer count;
        private Part part;
    }

    @Value
    @DtsType
    static class WithValue {
        String sensor;
        Instant at;
        boolean ready;
    }

    @Value
    @Builder
    @DtsValue
    static class Part {
        String name;

        @Builder.Default
        int weight = 7;
    }

    @Getter
    @Builder(setterPrefix = "")
    @DtsType
    static class WithBuilder {
        private final String name;

        @Singular
        private final List<String> tags;

        private final Long weight;
    }

    @DtsType
    static class WithFields {
        @Getter
        @Setter
        private String sensor;

        @Getter
        @Setter
        private double celsius;

        @Getter
        @DtsIgnore
        private int ignored;
    }

    @Data
    @Accessors(fluent = true)
    @DtsType
    static class Fluent {
        private String name;
        private int number;
        private boolean isOpen;
    }

    @Builder
    @DtsType
    record RecordWithBuilder(String name, int number) {}

    @Getter
    @With
    @NoArgsConstructor
    @AllArgsConstructor
    @DtsType
    static class Copied {
        private String name;
    }

    @Data
    @NoArgsConstructor
    @RequiredArgsConstructor
    @AllArgsConstructor
    @DtsType
    static class Both {
        @NonNull
        private String name;

        private int number;
    }

    /** Lombok shall leave one field alone, whose accessors are written and called otherwise than the field. */
    @Data
    @DtsType
    static class OwnAccessors {
        @Getter(AccessLevel.NONE)
        @Setter(AccessLevel.NONE)
        @DtsField(name = "guarded")
        boolean _guarded;

        private boolean scim;

        public boolean isGuarded() {
            return _guarded;
        }

        public void setGuarded(boolean guarded) {
            _guarded = guarded;
        }
    }
}
