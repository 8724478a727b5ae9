package billing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

class Examples {
    static List<Object> examples() {
        Customer customer = Customer.builder().name("Ada").delinquent(false).build();
        Invoice draft = Invoice.builder()
                .id(new UUID(1, 2))
                .customer(customer)
                .item(LineItem.builder().description("hosting").quantity(2).unitPrice(new BigDecimal("9.90")).build())
                .item(new LineItem("support", null, null))
                .metadata("order", "77")
                .total(new BigDecimal("19.80"))
                .build();
        return List.of(
                draft,
                draft.toBuilder()
                        .status(Status.PAID_IN_FULL)
                        .dueDate(OffsetDateTime.parse("2024-02-29T12:00:00.5+02:00"))
                        .isAutoCollected(true)
                        .build());
    }
}
