package billing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.Builder;
import lombok.NonNull;
import lombok.Singular;
import lombok.Value;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

@Value
@Builder(toBuilder = true)
@DtsType
public class Invoice {
    @DtsKey
    @NonNull
    UUID id;

    @NonNull
    Customer customer;

    @Builder.Default
    Status status = Status.DRAFT;

    @Singular
    List<LineItem> items;

    @Singular("metadata")
    Map<String, String> metadata;

    OffsetDateTime dueDate;

    BigDecimal total;

    boolean isAutoCollected;
}
