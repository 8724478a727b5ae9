package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** The contenders. */
enum Bus {
    DTS_BATCH("DTS, in a batch", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new DtsContender(port, true);
        }
    },
    DTS("DTS, a datagram a message", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new DtsContender(port, false);
        }
    },
    DTS_THREADS("DTS, from four threads", 4) {
        @Override
        Contender open(int port, Path folder) {
            return new DtsContender(port, false);
        }
    },
    NIO("NIO, a datagram a message", 1) {
        @Override
        Contender open(int port, Path folder) throws IOException {
            return new NioContender(port);
        }
    },
    AERON("Aeron", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new AeronContender(port, folder, BackoffIdleStrategy::new);
        }
    },
    AERON_AWAKE("Aeron that never sleeps", 1) {
        @Override
        Contender open(int port, Path folder) {
            return new AeronContender(port, folder, YieldingIdleStrategy::new);
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

    /**
     * @param port the first of as many as there are topics
     * @param folder for files, does not exist yet
     */
    abstract Contender open(int port, Path folder) throws IOException;
}
