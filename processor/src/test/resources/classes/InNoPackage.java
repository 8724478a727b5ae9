import java.util.List;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

@DtsType
class InNoPackage {
    private String name;
    private Part part;

    static List<Object> examples() {
        InNoPackage example = new InNoPackage();
        example.setName("a");
        example.setPart(new Part(1));
        return List.of(example);
    }

    String getName() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }

    Part getPart() {
        return part;
    }

    void setPart(Part part) {
        this.part = part;
    }

    @DtsValue
    record Part(int number) {}
}
