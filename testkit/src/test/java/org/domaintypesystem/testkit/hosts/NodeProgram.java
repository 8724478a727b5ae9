package org.domaintypesystem.testkit.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.Peer;
import org.domaintypesystem.PeerListener;
import org.domaintypesystem.testkit.Interference;
import org.domaintypesystem.testkit.reliable.Entries;
import org.domaintypesystem.testkit.reliable.EntryListener;
import org.domaintypesystem.testkit.reliable.Flow;
import org.domaintypesystem.testkit.reliable.Journal;
import org.jspecify.annotations.Nullable;

/**
 * A node in a process of its own, as {@link Node} starts it: says on its standard output what it hears, does as its standard
 * input says, and leaves when there is no more of that.
 */
final class NodeProgram implements Listener<Count>, PeerListener {
    private final Dts dts;
    private final CountPublisher publisher;
    private final Entries entries;
    private final Journal journal = new Journal();
    private final Interference interference;
    private int last;
    private @Nullable Flow flow;

    private NodeProgram(Dts dts, Interference interference) {
        this.dts = dts;
        this.publisher = new CountPublisher(dts);
        this.entries = new Entries(dts);
        this.interference = interference;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        Interference interference = Interference.ofProcess();
        try (Dts dts =
                Dts.builder().name(arguments[0]).environment(interference).join()) {
            NodeProgram program = new NodeProgram(dts, interference);
            CountListener.subscribe(dts, program, Delivery.queue());
            EntryListener.subscribe(dts, program.journal, Delivery.queue(16_384));
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
            case "enter" -> String.valueOf(entries.publish(Integer.parseInt(command[1]), Integer.parseInt(command[2])));
            case "flow" ->
                flow(Stream.of(command).skip(1).mapToInt(Integer::parseInt).toArray());
            case "stop" -> String.valueOf(flow == null ? entries.last() : flow.stop());
            case "account" -> journal.account(Long.parseLong(command[1]));
            case "drops" -> String.valueOf(drops(command[1]));
            case "duplicates" -> String.valueOf(dts.counters().receiving().duplicates());
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    private String flow(int[] load) {
        flow = Flow.start(entries, new Flow.Load(load[0], load[1], load[2], load[3]));
        return "";
    }

    private long drops(String reason) {
        return switch (reason) {
            case "injected" -> interference.lost();
            case "kernel" -> dts.counters().receiving().kernelDrops().orElse(0);
            default -> throw new IllegalArgumentException(reason);
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
