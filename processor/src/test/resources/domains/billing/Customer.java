package billing;

import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.domaintypesystem.annotation.DtsValue;

@Data
@Builder
@NoArgsConstructor
@AllArgsConstructor
@DtsValue
public class Customer {
    private String name;
    private String email;
    private Boolean delinquent;
}
