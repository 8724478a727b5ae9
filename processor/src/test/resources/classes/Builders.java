package classes;

import java.util.List;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsType;

class Builders {
    static List<Object> examples() {
        return List.of(
                Plain.builder().name("a").number(1).build(),
                Prefixed.newBuilder().setName("b").withNumber(2).build(),
                Dog.builder().name("rex").tricks(List.of("roll")).build());
    }

    @DtsType
    static final class Plain {
        private final String name;
        private final int number;

        private Plain(Builder builder) {
            name = builder.name;
            number = builder.number;
        }

        static Builder builder() {
            return new Builder();
        }

        String getName() {
            return name;
        }

        int getNumber() {
            return number;
        }

        static final class Builder {
            private String name;
            private int number;

            Builder name(String name) {
                this.name = name;
                return this;
            }

            Builder number(int number) {
                this.number = number;
                return this;
            }

            Plain build() {
                return new Plain(this);
            }
        }
    }

    /** Each call of its builder makes another one, or returns nothing. */
    @DtsType
    static final class Prefixed {
        private final String name;
        private final int number;

        private Prefixed(String name, int number, boolean fromBuilder) {
            this.name = name;
            this.number = number;
        }

        static Step newBuilder() {
            return new Step(null, 0);
        }

        String name() {
            return name;
        }

        int number() {
            return number;
        }

        record Step(String name, int number) {
            Step setName(String name) {
                return new Step(name, number);
            }

            Step withNumber(int number) {
                return new Step(name, number);
            }

            Prefixed build() {
                return new Prefixed(name, number, true);
            }
        }
    }

    abstract static class Animal {
        @DtsField(0)
        private final String name;

        Animal(Builder<?, ?> builder) {
            name = builder.name;
        }

        String getName() {
            return name;
        }

        abstract static class Builder<A extends Animal, B extends Builder<A, B>> {
            private String name;

            abstract B self();

            abstract A build();

            B name(String name) {
                this.name = name;
                return self();
            }
        }
    }

    @DtsType
    static final class Dog extends Animal {
        @DtsField(1)
        private final List<String> tricks;

        private Dog(Builder<?, ?> builder) {
            super(builder);
            tricks = builder.tricks;
        }

        static Builder<?, ?> builder() {
            return new DogBuilder();
        }

        List<String> getTricks() {
            return tricks;
        }

        abstract static class Builder<A extends Dog, B extends Builder<A, B>> extends Animal.Builder<A, B> {
            private List<String> tricks;

            B tricks(List<String> tricks) {
                this.tricks = tricks;
                return self();
            }
        }

        private static final class DogBuilder extends Builder<Dog, DogBuilder> {
            @Override
            DogBuilder self() {
                return this;
            }

            @Override
            Dog build() {
                return new Dog(this);
            }
        }
    }
}
