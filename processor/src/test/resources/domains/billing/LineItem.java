package billing;

import java.math.BigDecimal;
import lombok.Builder;
import org.domaintypesystem.annotation.DtsValue;

@Builder
@DtsValue
public record LineItem(String description, Integer quantity, BigDecimal unitPrice) {}
