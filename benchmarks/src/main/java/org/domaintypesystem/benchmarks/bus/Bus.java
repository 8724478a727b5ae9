package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** The contenders. */
enum Bus {
    DTS("dts", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new DtsContender(port, DtsTypes.BEST_EFFORT, false, false);
        }
    },
    DTS_PACKED("dts packed", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new DtsContender(port, DtsTypes.BEST_EFFORT, true, false);
        }
    },
    DTS_THREADS("dts, four threads", 4) {
        @Override
        Contender open(int port, Path folder) {
            return new DtsContender(port, DtsTypes.BEST_EFFORT, false, false);
        }
    },
    DTS_HANDED_OFF("dts, handed off", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new DtsContender(port, DtsTypes.BEST_EFFORT, false, true);
        }
    },
    DTS_RELIABLE("dts reliable", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new DtsContender(port, DtsTypes.RELIABLE, true, false);
        }
    },
    NIO("nio", 1) {
        @Override
        Contender open(int port, Path folder) throws IOException {
            return new NioContender(port);
        }
    },
    AERON("aeron", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new AeronContender(port, folder, BackoffIdleStrategy::new);
        }
    },
    AERON_AWAKE("aeron awake", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new AeronContender(port, folder, YieldingIdleStrategy::new);
        }
    },
    JGROUPS("jgroups", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new JgroupsContender(port);
        }
    },
    JEROMQ("jeromq", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new JeromqContender(port);
        }
    },
    LCM("lcm java", 1) {
        @Override
        Contender open(int port, Path folder) throws IOException {
            return new LcmContender(port);
        }

        @Override
        boolean isHere(Namespace network) {
            return network.isOwn() && LcmContender.isHere();
        }
    };

    /** What DTS asks its sockets for, and hence everybody. */
    static final int RECEIVE_BUFFER = 1 << 22;

    static final int SEND_BUFFER = 1 << 20;

    static final int MAX_THREADS = 4;

    /** For people. */
    final String title;
    /** How many threads send. */
    final int threads;

    Bus(String title, int threads) {
        this.title = title;
        this.threads = threads;
    }

    /** What it needs of a virtual machine. */
    List<String> options() {
        return this == AERON || this == AERON_AWAKE
                ? List.of("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED")
                : List.of();
    }

    /** Whether it has a way to carry it: one message is one datagram for a bare channel. */
    boolean carries(Topic topic) {
        return this != NIO || !topic.isLarge();
    }

    /** Whether it is installed, and may run. */
    boolean isHere(Namespace network) {
        return true;
    }

    /**
     * @param port the first of as many as there are topics
     * @param folder for files, does not exist yet
     */
    abstract Contender open(int port, Path folder) throws IOException;
}
