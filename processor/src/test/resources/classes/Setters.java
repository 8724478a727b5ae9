package classes;

import java.time.Instant;
import java.util.List;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

class Setters {
    static List<Object> examples() {
        Bean bean = new Bean();
        bean.setSensor("T-100");
        bean.setCelsius(66.5);
        bean.setCount(3);
        bean.setOpen(true);
        bean.setReady(true);
        bean.setActive(Boolean.TRUE);
        bean.setAt(Instant.ofEpochSecond(1));
        bean.setTags(List.of("a", "b"));
        bean.setURL("x:y");
        Bean empty = new Bean();
        empty.setAt(Instant.EPOCH);
        return List.of(
                bean,
                empty,
                new Fluent().sensor("a").celsius(1),
                new Chained().setSensor("a").setCelsius(2),
                Copied.EMPTY.withSensor("a").withCelsius(3));
    }

    /** What was first written in 1998. */
    @DtsType
    static class Bean {
        @DtsKey
        private String sensor;
        private double celsius;
        private Integer count;
        private boolean isOpen;
        private boolean ready;
        private Boolean active;
        private Instant at;
        private List<String> tags;
        private String uRL;

        Bean() {}

        public String getSensor() {
            return sensor;
        }

        public void setSensor(String sensor) {
            this.sensor = sensor;
        }

        public double getCelsius() {
            return celsius;
        }

        public void setCelsius(double celsius) {
            this.celsius = celsius;
        }

        public void setCelsius(String celsius) {
            this.celsius = Double.parseDouble(celsius);
        }

        public Integer getCount() {
            return count;
        }

        public void setCount(Integer count) {
            this.count = count;
        }

        public boolean isOpen() {
            return isOpen;
        }

        public void setOpen(boolean open) {
            isOpen = open;
        }

        public boolean isReady() {
            return ready;
        }

        public void setReady(boolean ready) {
            this.ready = ready;
        }

        public Boolean isActive() {
            return active;
        }

        public void setActive(Boolean active) {
            this.active = active;
        }

        public Instant getAt() {
            return at;
        }

        public void setAt(Instant at) {
            this.at = at;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }

        public String getURL() {
            return uRL;
        }

        public void setURL(String url) {
            this.uRL = url;
        }
    }

    @DtsType
    static class Fluent {
        private String sensor;
        private double celsius;

        String sensor() {
            return sensor;
        }

        Fluent sensor(String sensor) {
            this.sensor = sensor;
            return this;
        }

        double celsius() {
            return celsius;
        }

        Fluent celsius(double celsius) {
            this.celsius = celsius;
            return this;
        }
    }

    @DtsType
    static class Chained {
        private String sensor;
        private double celsius;

        String getSensor() {
            return sensor;
        }

        Chained setSensor(String sensor) {
            this.sensor = sensor;
            return this;
        }

        double getCelsius() {
            return celsius;
        }

        Chained setCelsius(double celsius) {
            this.celsius = celsius;
            return this;
        }
    }

    @DtsType
    static class Copied {
        static final Copied EMPTY = new Copied();
        private String sensor;
        private double celsius;

        String getSensor() {
            return sensor;
        }

        Copied withSensor(String sensor) {
            Copied copy = copy();
            copy.sensor = sensor;
            return copy;
        }

        double getCelsius() {
            return celsius;
        }

        Copied withCelsius(double celsius) {
            Copied copy = copy();
            copy.celsius = celsius;
            return copy;
        }

        private Copied copy() {
            Copied copy = new Copied();
            copy.sensor = sensor;
            copy.celsius = celsius;
            return copy;
        }
    }
}
