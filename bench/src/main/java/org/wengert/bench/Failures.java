package org.wengert.bench;

import java.io.PrintWriter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.expression.SyntaxException;
import org.wengert.error.NonFiniteException;
import org.wengert.error.WengertException;
import org.wengert.nn.data.DataException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads when a command cannot do as asked: one line, and an exit code. */
final class Failures {
    /** How picocli begins what a converter said of an option's value. */
    private static final Pattern INVALID = Pattern.compile("^Invalid value for option '(\\S+)'(?: \\(.*?\\))?: ");

    private Failures() {}

    /** A command line that was not understood. */
    static int usage(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        String place = command.getDefaultValueProvider() instanceof ConfigFile file
                ? file.place(mistake).map(where -> " (" + where + ")").orElse("")
                : "";
        err.println(line(command, text(mistake) + place));
        if (mistake.getCause() instanceof SyntaxException fault) {
            fault.marked().forEach(err::println);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    /** A command that was understood and failed. */
    static int failed(Exception failure, CommandLine command, boolean verbose) {
        PrintWriter err = command.getErr();
        err.println(line(command, text(failure)));
        if (failure instanceof DataException fault) {
            fault.place().map(MarkedCell::of).ifPresent(lines -> lines.forEach(err::println));
        }
        if (verbose) {
            failure.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String text(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            CommandSpec spec = mistake.getCommandLine().getCommandSpec();
            return word.startsWith("-")
                    ? "there is no option '" + word + "'"
                            + Names.suggestion(word, spec.optionsMap().keySet())
                    : spec.subcommands().isEmpty()
                            ? "one argument too many: '" + word + "'"
                            : "there is no command '" + word + "'"
                                    + Names.suggestion(word, spec.subcommands().keySet());
        }
        return INVALID.matcher(String.valueOf(mistake.getMessage())).replaceFirst("$1: ");
    }

    /** The heap was too small, which the JVM itself would answer with a stack trace. */
    static int outOfMemory(CommandLine command) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        command.getErr()
                .println(line(
                        command,
                        "out of memory: the heap of " + megabytes
                                + " MB is full; a smaller --batch needs less, JAVA_OPTS=-Xmx8g gives more"));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /**
     * An answer that has not gone where it was to go is none. NOTE: writers and standard output tell of a full disk or of a reader
     * that has gone when they are asked, and not before.
     */
    static int unlessWritten(CommandLine command) {
        if (!command.getOut().checkError() && !System.out.checkError()) {
            return CommandLine.ExitCode.OK;
        }
        command.getErr()
                .println(line(
                        command,
                        "standard output: it could not be written to its end, so the answer is not complete; is the disk"
                                + " full, or has the reader gone?"));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String line(CommandLine command, String text) {
        return command.getCommandSpec().qualifiedName() + ": " + text.replaceAll("\\R\\s*", " ");
    }

    private static String text(Exception failure) {
        @Nullable String message = failure.getMessage();
        if (failure instanceof NonFiniteException) {
            return message + "; a smaller --lr may help";
        }
        if (failure instanceof WengertException && message != null) {
            return message;
        }
        return "unexpected " + failure.getClass().getSimpleName() + (message == null ? "" : ": " + message)
                + "; run it again with --verbose to see where";
    }
}
