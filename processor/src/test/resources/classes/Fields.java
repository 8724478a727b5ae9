package classes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.domaintypesystem.annotation.DtsIgnore;
import org.domaintypesystem.annotation.DtsType;

class Fields {
    static List<Object> examples() {
        Open open = new Open();
        open.sensor = "T-100";
        open.celsius = 3;
        open.in = "names that generated code uses itself";
        open.value = 1;
        open.builder = 2;
        Ignoring ignoring = new Ignoring();
        ignoring.kept = 1;
        ignoring.cache = "cache";
        ignoring.secret = "secret";
        ignoring.password = "password";
        Ignoring.count = 5;
        Ignoring received = new Ignoring();
        received.kept = 1;
        Absent absent = new Absent();
        Absent there = new Absent();
        there.name = "n";
        there.number = 5;
        return List.of(open, Map.entry(ignoring, received), absent, there);
    }

    @DtsType
    static class Open {
        public String sensor;
        protected double celsius;
        String in;
        int value;
        int builder;
    }

    @DtsType
    static class Ignoring {
        static int count;
        int kept;
        transient String cache;

        @DtsIgnore
        String secret;

        private String password;

        @DtsIgnore
        String getPassword() {
            return password;
        }
    }

    /** Getters that wrap what may be null. */
    @DtsType
    static class Absent {
        private String name;
        private Integer number;

        Optional<String> getName() {
            return Optional.ofNullable(name);
        }

        void setName(String name) {
            this.name = name;
        }

        Optional<Integer> number() {
            return Optional.ofNullable(number);
        }

        void setNumber(Integer number) {
            this.number = number;
        }
    }
}
