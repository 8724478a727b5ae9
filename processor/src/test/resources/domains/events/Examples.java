package events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class Examples {
    static List<Object> examples() {
        UUID id = new UUID(1, 2);
        OrderEvent placed = new OrderEvent.Placed(id, Instant.EPOCH, List.of(new OrderEvent.Line("malt", 3)));
        OrderEvent cancelled = new OrderEvent.Cancelled(id, Instant.ofEpochSecond(5), "too late");
        OrderEvent.Journal journal = new OrderEvent.Journal(
                List.of(
                        placed,
                        new OrderEvent.Paid(id, Instant.EPOCH,
                                new OrderEvent.Payment.Card("1", "Ada")),
                        new OrderEvent.Paid(id, Instant.EPOCH, OrderEvent.Payment.Free.GIFT),
                        new OrderEvent.Paid(id, Instant.EPOCH, new OrderEvent.Payment.Transfer("DE1")),
                        cancelled,
                        new OrderEvent.Other()),
                Map.of(id, cancelled));
        return List.of(placed, cancelled, journal);
    }
}
