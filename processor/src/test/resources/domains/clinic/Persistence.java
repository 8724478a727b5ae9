package clinic;

/** Stands for the annotations of a mapper to a database. */
final class Persistence {
    private Persistence() {}

    @interface Entity {}

    @interface MappedSuperclass {}

    @interface Id {}

    @interface Column {
        String name();
    }

    @interface OneToMany {
        String mappedBy() default "";
    }
}
