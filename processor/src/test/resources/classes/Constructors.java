package classes;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.annotation.DtsCreator;
import org.domaintypesystem.annotation.DtsType;

class Constructors {
    static List<Object> examples() {
        Partial partial = new Partial("a");
        partial.setCelsius(5);
        Some some = new Some("a", "ignored");
        some.celsius = 6;
        return List.of(
                new All(1, "a"),
                new All(0, null),
                partial,
                some,
                Made.of("a", 3),
                new Checked("a", 1),
                new Compact("a", List.of(1, 2)),
                new Narrow(5));
    }

    /** Parameters in another order, and a constructor that is shorter. */
    @DtsType
    static final class All {
        private final String sensor;
        private final double celsius;

        All(double celsius) {
            this(celsius, "default");
        }

        All(double celsius, String sensor) {
            this.sensor = sensor;
            this.celsius = celsius;
        }

        public String getSensor() {
            return sensor;
        }

        public double getCelsius() {
            return celsius;
        }
    }

    /** What identifies it is fixed, the rest is not. */
    @DtsType
    static class Partial {
        private final String sensor;
        private double celsius;

        Partial(String sensor) {
            this.sensor = sensor;
        }

        public String getSensor() {
            return sensor;
        }

        public double getCelsius() {
            return celsius;
        }

        public void setCelsius(double celsius) {
            this.celsius = celsius;
        }
    }

    @DtsType
    static class Some {
        final String sensor;
        double celsius;

        Some() {
            this("default");
        }

        @DtsCreator
        Some(String sensor) {
            this.sensor = sensor;
        }

        Some(String sensor, String more) {
            this(sensor);
        }
    }

    @DtsType
    static final class Made {
        private final String sensor;
        private final double celsius;

        private Made(String sensor, double celsius) {
            this.sensor = sensor;
            this.celsius = celsius;
        }

        @DtsCreator
        static Made of(String sensor, double celsius) {
            return new Made(sensor, celsius);
        }

        String sensor() {
            return sensor;
        }

        double celsius() {
            return celsius;
        }
    }

    /** A constructor that cannot be used, beside one that can. */
    @DtsType
    static final class Checked {
        final String sensor;
        final double celsius;

        Checked(double celsius, String sensor) throws Exception {
            throw new Exception(sensor);
        }

        Checked(String sensor, double celsius) throws IllegalArgumentException {
            this.sensor = sensor;
            this.celsius = celsius;
        }
    }

    @DtsType
    record Compact(String name, List<Integer> numbers) {
        Compact {
            if (name == null) {
                throw new IllegalArgumentException("no name");
            }
            numbers = List.copyOf(numbers);
        }
    }

    /** A record that is made by other means than its constructor. */
    @DtsType
    record Narrow(int number) {
        static final List<Integer> MADE = new ArrayList<>();

        @DtsCreator
        static Narrow of(int number) {
            MADE.add(number);
            return new Narrow(number);
        }
    }
}
