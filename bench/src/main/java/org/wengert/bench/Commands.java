package org.wengert.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
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
    private static final List<String> NOT_FOR_ALL = List.of("--engine", "--save", "--checkpoint", "--report");
    /** Where a run is kept, which is taken when the run is repeated. */
    private static final List<String> KEPT = List.of("--checkpoint");

    /** What every shell takes as it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./,=:+@%-]+");

    private Commands() {}

    /** The command line behind a specification that picocli has set by the time a command is called. */
    static CommandLine of(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "picocli sets the specification before a call")
                .commandLine();
    }

    /** The configuration of this process, behind what the file of {@code --config} says. */
    static Configuration configuration(@Nullable CommandSpec spec) {
        Configuration configuration = Configuration.ofProcess();
        return of(spec).getDefaultValueProvider() instanceof ConfigFile file
                ? file.before(configuration)
                : configuration;
    }

    /** The engine of a name that is known to exist, or the one that configuration chooses if there is no name. */
    static Engine open(@Nullable String name, Configuration configuration) {
        return Engines.open(Engines.choose(name, configuration).provider(), configuration);
    }

    /** Refuses the name of no engine as a mistake in the command line. */
    static void requireEngine(@Nullable CommandSpec spec, String name) {
        try {
            Engines.choose(name, Configuration.ofProcess());
        } catch (UnknownEngineException e) {
            throw new ParameterException(of(spec), String.valueOf(e.getMessage()), e);
        }
    }

    /** What stood beside the command's name, as it was written. */
    static String arguments(CommandLine commandLine) {
        return given(commandLine).stream().map(Commands::quoted).collect(Collectors.joining(" "));
    }

    private static List<String> given(CommandLine commandLine) {
        List<String> given = new ArrayList<>(commandLine.getParseResult().originalArgs());
        given.remove(commandLine.getCommandName()); // not always the first: options of all commands may stand before it
        return given;
    }

    /** For a shell: what it would read otherwise is between single quotes, a quote itself outside of them. */
    static String quoted(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** What stood beside the command's name, as it was written, without the engine and what is kept, for another command to be given. */
    static String argumentsWithoutEngine(CommandLine commandLine) {
        String kept = argumentsWithout(NOT_FOR_ALL, commandLine);
        return kept.isEmpty() ? "moons" : kept;
    }

    /** The same for the run to be repeated from its beginning. */
    static String argumentsFromTheBeginning(CommandLine commandLine) {
        return argumentsWithout(KEPT, commandLine);
    }

    private static String argumentsWithout(List<String> options, CommandLine commandLine) {
        List<String> kept = new ArrayList<>();
        Iterator<String> given = given(commandLine).iterator();
        while (given.hasNext()) {
            String argument = given.next();
            if (options.contains(argument)) {
                given.next();
            } else if (!argument.equals("--resume")
                    && options.stream().noneMatch(option -> argument.startsWith(option + "="))) {
                kept.add(quoted(argument));
            }
        }
        return String.join(" ", kept);
    }

    /** How this command line was called, so that a person can copy what is suggested; the launcher tells. */
    static String launcher() {
        return System.getProperty("launcher", "wengert");
    }
}
