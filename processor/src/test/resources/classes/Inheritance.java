package classes;

import java.util.List;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

class Inheritance {
    static List<Object> examples() {
        Order order = new Order();
        order.setId(5L);
        order.setVersion(1);
        order.lines = List.of(new Line("a"), new Line("b"));
        Shadow shadow = new Shadow();
        shadow.setText("t");
        Marker marker = new Marker();
        return List.of(order, new Order(), shadow, marker, new Fixed("x", 5));
    }

    abstract static class Entity<I> {
        @DtsKey
        @DtsField(0)
        private I id;

        public I getId() {
            return id;
        }

        public void setId(I id) {
            this.id = id;
        }
    }

    abstract static class Versioned<I, N extends Number> extends Entity<I> {
        private N version;

        @DtsField(value = 2, absent = 4)
        public N getVersion() {
            return version;
        }

        public void setVersion(N version) {
            this.version = version;
        }
    }

    @DtsType
    static class Order extends Versioned<Long, Integer> {
        @DtsField(3)
        List<Line> lines;
    }

    @DtsValue
    record Line(String article) {}

    abstract static class Base {
        public abstract String getText();
    }

    /** Nothing is inherited but methods, so that no numbers are needed. */
    @DtsType
    static class Shadow extends Base {
        private String text;

        @Override
        public String getText() {
            return text;
        }

        void setText(String text) {
            this.text = text;
        }
    }

    @DtsType
    static class Marker {}

    static class Named {
        @DtsField(1)
        protected final String name;

        Named(String name) {
            this.name = name;
        }
    }

    @DtsType
    static class Fixed extends Named {
        @DtsField(0)
        final int number;

        Fixed(String name, int number) {
            super(name);
            this.number = number;
        }
    }
}
