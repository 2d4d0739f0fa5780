package org.wengert.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.UnknownEngineException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What several commands do alike. */
final class Commands {
    /** What one engine's run takes and a comparison does not. */
    private static final List<String> NOT_FOR_ALL = List.of("--engine", "--save", "--checkpoint");

    private Commands() {}

    /** The command line behind a specification that picocli has set by the time a command is called. */
    static CommandLine of(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "picocli sets the specification before a call")
                .commandLine();
    }

    /** The engine of a name that is known to exist, or the one that configuration chooses if there is no name. */
    static Engine open(@Nullable String name) {
        return name == null ? Engines.open() : Engines.open(name);
    }

    /** Refuses the name of no engine as a mistake in the command line. */
    static void requireEngine(@Nullable CommandSpec spec, String name) {
        try {
            Engines.choose(name, Configuration.ofProcess());
        } catch (UnknownEngineException e) {
            throw new ParameterException(of(spec), String.valueOf(e.getMessage()), e);
        }
    }

    /** What followed the command's name, as it was written. */
    static String arguments(CommandLine commandLine) {
        List<String> given = commandLine.getParseResult().originalArgs();
        return given.stream().skip(1).map(Commands::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.contains(" ") ? "'" + argument + "'" : argument;
    }

    /** What followed the command's name, as it was written, without the engine and what is kept, for another command to be given. */
    static String argumentsWithoutEngine(CommandLine commandLine) {
        List<String> kept = new ArrayList<>();
        Iterator<String> given = commandLine.getParseResult().originalArgs().iterator();
        given.next(); // the command itself
        while (given.hasNext()) {
            String argument = given.next();
            if (NOT_FOR_ALL.contains(argument)) {
                given.next();
            } else if (!argument.equals("--resume")
                    && NOT_FOR_ALL.stream().noneMatch(option -> argument.startsWith(option + "="))) {
                kept.add(quoted(argument));
            }
        }
        return kept.isEmpty() ? "moons" : String.join(" ", kept);
    }

    /** How this command line was called, so that a person can copy what is suggested; the launcher tells. */
    static String launcher() {
        return System.getProperty("launcher", "wengert");
    }
}
