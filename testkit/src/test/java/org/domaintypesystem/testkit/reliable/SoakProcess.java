package org.domaintypesystem.testkit.reliable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link SoakNode} as the soak sees it. */
final class SoakProcess implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms192m", "-Xmx192m", "-Xshare:auto", "-Ddts.interface=127.0.0.1");

    final String name;
    final List<Sample> samples = new ArrayList<>();
    private final Process process;
    private final PrintStream commands;
    private final BufferedReader replies;
    private final long sender;

    SoakProcess(String name, List<String> options) throws IOException {
        this.name = name;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SoakNode.class.getName(), name));
        process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        commands = new PrintStream(process.getOutputStream(), true, UTF_8);
        replies = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        sender = Long.parseLong(ask("sender"));
    }

    String ask(String question) throws IOException {
        commands.println(question);
        String reply = replies.readLine();
        if (reply == null) {
            throw new IOException(name + " has ended");
        }
        return reply;
    }

    void sample() throws IOException {
        samples.add(Sample.of(ask("sample")));
    }

    Sample latest() {
        return samples.get(samples.size() - 1);
    }

    /** The latest number that it has heard of another one; 0: none. */
    long last(SoakProcess publisher) throws IOException {
        return Long.parseLong(ask("last " + publisher.sender));
    }

    /** See {@link Journal#account}. */
    String account(SoakProcess publisher) throws IOException {
        return ask("account " + publisher.sender);
    }

    /** Has it leave, and waits for that. */
    void leave() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(name + " has not ended as it should");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return name;
    }
}
