package org.domaintypesystem.testkit.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.stream.Collectors;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.Peer;
import org.domaintypesystem.PeerListener;

/**
 * A node in a process of its own, as {@link Node} starts it: says on its standard output what it hears, does as its standard
 * input says, and leaves when there is no more of that.
 */
final class NodeProgram implements Listener<Count>, PeerListener {
    private final Dts dts;
    private final CountPublisher publisher;
    private int last;

    private NodeProgram(Dts dts) {
        this.dts = dts;
        this.publisher = new CountPublisher(dts);
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (Dts dts = Dts.builder().name(arguments[0]).join()) {
            NodeProgram program = new NodeProgram(dts);
            CountListener.subscribe(dts, program, Delivery.queue());
            dts.listen(program);
            say("joined %d", dts.sender());
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                say("reply %s", program.reply(line.split(" ")));
            }
        }
    }

    private String reply(String[] command) {
        return switch (command[0]) {
            case "publish" -> publish(Integer.parseInt(command[1]));
            case "peers" -> dts.peers().stream().map(NodeProgram::inOneWord).collect(Collectors.joining(" "));
            case "duplicates" -> String.valueOf(dts.counters().receiving().duplicates());
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    /** A number that is refused is tried again next time, so that numbers are sequences. */
    private String publish(int count) {
        for (int i = 0; i < count; i++) {
            last += publisher.publish(last + 1) ? 1 : 0;
        }
        return String.valueOf(last);
    }

    private static String inOneWord(Peer peer) {
        return peer.name() + "@" + peer.host() + "/" + peer.pid();
    }

    @Override
    public void onMessage(Count count, MessageInfo info) {
        say("heard %d %d", info.sender(), count.number());
    }

    @Override
    public void onLoss(Loss loss) {
        say("lost %d %s %d+%d", loss.sender(), loss.cause(), loss.first(), loss.count());
    }

    @Override
    public void onRevision(Loss loss) {
        say("lost %d LATE %d+%d", loss.sender(), loss.first(), loss.count());
    }

    @Override
    public void down(Peer peer, boolean saidSo) {
        say("down %d %s", peer.sender(), saidSo ? "left" : "expired");
    }

    private static void say(String format, Object... arguments) {
        String line = format.formatted(arguments);
        synchronized (System.out) {
            System.out.println(line);
        }
    }
}
