package clinic;

import org.domaintypesystem.annotation.DtsField;

@Persistence.MappedSuperclass
public abstract class NamedEntity extends BaseEntity<Integer> {
    private static final long serialVersionUID = 1L;

    @Persistence.Column(name = "name")
    @DtsField(2)
    private String name;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return getName();
    }
}
