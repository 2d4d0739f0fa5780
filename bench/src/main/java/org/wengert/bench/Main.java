package org.wengert.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line {@code wengert}: results on standard output, progress and errors on standard error. */
@Command(
        name = "wengert",
        description = "Gradients and small networks, on engines that you can swap.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; one line says why", "2:the command line was not understood"},
        footerHeading = "%nExample:%n",
        footer = {"  wengert train moons --engine scalar", "", "'wengert COMMAND --help' explains a command."})
public final class Main implements Callable<Integer> {
    /** The option that names a file of options. */
    static final String CONFIG = "--config";

    private static final List<Class<?>> COMMANDS = List.of(
            TrainCommand.class,
            PredictCommand.class,
            CompareCommand.class,
            GraphCommand.class,
            ExplainCommand.class,
            CheckCommand.class,
            AccuracyCommand.class,
            BenchCommand.class,
            EnginesCommand.class,
            CompletionCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "When a command fails, show the stack trace too; for bench, what JMH prints.")
    private boolean verbose;

    @SuppressWarnings("unused") // for help and completion; ConfigFile reads it before all else
    @Option(
            names = CONFIG,
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Options that are not given here, and settings of engines, from a file of properties: epochs=50"
                            + " for all commands, train.lr=0.01 for one, wengert.tape.threads=2.")
    private @Nullable Path config;

    /** Whether to show more than a line of what fails, and what other programs print on the way. */
    boolean isVerbose() {
        return verbose;
    }

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(execute(commandLine(args), args));
    }

    /** Runs a command line and returns its exit code. */
    static int execute(CommandLine commandLine, String... args) {
        try {
            ConfigFile.namedIn(args)
                    .ifPresent(file -> commandLine.setDefaultValueProvider(ConfigFile.read(file, commandLine)));
            int exitCode = commandLine.execute(args);
            return exitCode == CommandLine.ExitCode.OK ? Failures.unlessWritten(commandLine) : exitCode;
        } catch (ParameterException e) {
            return Failures.usage(e, args);
        } catch (OutOfMemoryError e) {
            return Failures.outOfMemory(commandLine);
        }
    }

    /**
     * The command line for these arguments, ready to execute; a test may give it other writers first. Where they begin with a
     * command, it is the only one in it, for to prepare all delays each start; but a file of options may hold those of any
     * command, and completion is about all.
     */
    static CommandLine commandLine(String... args) {
        return commandLine(COMMANDS.stream()
                .filter(command -> args.length > 0 && nameOf(command).equals(args[0]))
                .filter(command -> command != CompletionCommand.class)
                .filter(command -> ConfigFile.namedIn(args).isEmpty())
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS));
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main);
        commands.forEach(commandLine::addSubcommand);
        if (Terminal.isDumb()) {
            commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        }
        commandLine.setParameterExceptionHandler(Failures::usage);
        commandLine.setExecutionExceptionHandler(
                (failure, command, arguments) -> Failures.failed(failure, command, main.verbose));
        return commandLine;
    }

    /** Without a command: the help, but as the answer to a mistake. */
    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        commandLine.usage(commandLine.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** The version that the jar's manifest states. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"wengert " + (version == null ? "(not run from its jar)" : version)};
        }
    }
}
