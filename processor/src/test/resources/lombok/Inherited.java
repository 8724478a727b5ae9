package examples;

import java.util.List;
import lombok.Data;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.experimental.SuperBuilder;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsType;

class Inherited {
    static List<Object> examples() {
        Invoice invoice = new Invoice();
        invoice.setId(5L);
        invoice.setTotal(3);
        return List.of(Dog.builder().name("rex").age(3).tricks(List.of("roll")).build(), invoice);
    }

    @Getter
    @SuperBuilder
    abstract static class Animal {
        @DtsField(0)
        private final String name;

        @DtsField(1)
        private final int age;
    }

    @Getter
    @SuperBuilder
    @DtsType
    static class Dog extends Animal {
        @DtsField(2)
        private final List<String> tricks;
    }

    @Data
    abstract static class Entity<I> {
        @DtsField(0)
        private I id;
    }

    @Data
    @NoArgsConstructor
    @EqualsAndHashCode(callSuper = true)
    @DtsType
    static class Invoice extends Entity<Long> {
        @DtsField(2)
        private long total;
    }
}
