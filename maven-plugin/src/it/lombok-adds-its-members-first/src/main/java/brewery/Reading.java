package brewery;

import lombok.Data;
import org.domaintypesystem.annotation.DtsType;

@Data
@DtsType
public class Reading {
    private String sensor;
    private double value;
}
