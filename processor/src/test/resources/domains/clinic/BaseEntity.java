package clinic;

import java.io.Serializable;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsKey;

@Persistence.MappedSuperclass
public abstract class BaseEntity<K extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1L;

    @Persistence.Id
    @DtsKey
    @DtsField(0)
    private K id;

    public K getId() {
        return id;
    }

    public void setId(K id) {
        this.id = id;
    }

    public boolean isNew() {
        return id == null;
    }
}
