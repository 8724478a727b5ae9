package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.domaintypesystem.seal.Refusal;

/**
 * Names the counter of what is dropped where some nodes of a network have keys and others have not, or others; and says of each
 * case once, for people, that there is such traffic. For one thread at a time.
 */
final class KeyedTraffic {
    private final Consumer<String> says;
    private final Set<Refusal> said = EnumSet.noneOf(Refusal.class);

    /**
     * @param says takes what people should know
     */
    KeyedTraffic(Consumer<String> says) {
        this.says = says;
    }

    /** What counts a message that was dropped for that reason. */
    Counter refused(Refusal why, SocketAddress source) {
        String text = switch (why) {
            case PLAIN ->
                "%s sends what is not sealed, and this node has keys: it is ignored. Give that node the keys, too, or take no notice";
            case SEALED ->
                "%s sends what is sealed, and this node has no keys: it is ignored. Give this node the keys, too, or take no notice";
            case OTHER_KEY ->
                "%s seals with a key that this node does not have: it is ignored. Give both the same keys, or take no notice";
            case FORGED ->
                "something came from %s that was not sealed by who has the key that it names, or was altered on the way: it is ignored";
            case MALFORMED -> "";
        };
        if (!text.isEmpty() && said.add(why)) {
            says.accept(text.formatted(source));
        }
        return switch (why) {
            case PLAIN -> Counter.PLAIN;
            case SEALED -> Counter.SEALED;
            case OTHER_KEY -> Counter.OTHER_KEY;
            case FORGED -> Counter.FORGED;
            case MALFORMED -> Counter.MALFORMED;
        };
    }
}
