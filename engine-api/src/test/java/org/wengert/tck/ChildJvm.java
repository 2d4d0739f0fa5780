package org.wengert.tck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process: for what depends on how a process was started. */
public final class ChildJvm {
    /** Longer than any of them should take on a busy machine. */
    private static final int MINUTES = 15;

    private ChildJvm() {}

    /** Runs the class with these options before its name; returns the lines that it prints, of errors too. */
    public static List<String> run(Class<?> main, String... options) throws IOException, InterruptedException {
        return run(main, List.of(), options);
    }

    /** The same, with these arguments after the name. */
    public static List<String> run(Class<?> main, List<String> arguments, String... options)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("child", ".txt");
        try {
            ProcessBuilder builder = prepare(main, arguments, options);
            Process process = builder.redirectOutput(output.toFile()).start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("no end after " + MINUTES + " minutes: " + builder.command());
            }
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new AssertionError("exit " + process.exitValue() + ": " + String.join("\n", lines));
            }
            return lines;
        } finally {
            Files.delete(output);
        }
    }

    /** Such a process, not yet started, whose errors come with its output: for a test that will not let it end. */
    public static ProcessBuilder prepare(Class<?> main, List<String> arguments, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
