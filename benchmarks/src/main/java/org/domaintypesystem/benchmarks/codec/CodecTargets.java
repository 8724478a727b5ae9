package org.domaintypesystem.benchmarks.codec;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.benchmarks.report.Target;

/** How many times as fast DTS has to be as others. */
final class CodecTargets {
    private static final Message[] MESSAGES = Message.values();

    static final List<Target> ALL = all();

    private CodecTargets() {}

    private static List<Target> all() {
        List<Target> targets = new ArrayList<>();
        add(targets, "encode", Format.SBE, 1.2, MESSAGES);
        add(targets, "encode", Format.CAPNPROTO_JAVA, 4, MESSAGES);
        add(targets, "encode", Format.PROTOBUF, 2, MESSAGES);
        add(targets, "encode", Format.FORY, 1.5, Message.SENSOR, Message.CAR);
        add(targets, "encode", Format.FORY, 1 / 1.2, Message.BIG);
        add(targets, "decode", Format.SBE, 1.2, MESSAGES);
        add(targets, "decode", Format.CAPNPROTO_JAVA, 2.4, MESSAGES);
        add(targets, "decode", Format.PROTOBUF, 2.9, MESSAGES);
        add(targets, "decode", Format.FORY, 1, MESSAGES);
        add(targets, "access", Format.SBE, 1, Message.SENSOR, Message.BIG);
        add(targets, "access", Format.SBE, 1 / 1.2, Message.CAR);
        return List.copyOf(targets);
    }

    private static void add(List<Target> targets, String operation, Format against, double atLeast, Message... with) {
        for (Message message : with) {
            targets.add(new Target(
                    operation,
                    message.toString(),
                    CodecChapter.TIME,
                    Format.DTS.toString(),
                    against.toString(),
                    Target.Sense.LESS_IS_BETTER,
                    atLeast,
                    Target.NOISE));
        }
    }
}
