package org.wengert.bench;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wengert completion}: lets a shell complete this command line. */
@Command(
        name = "completion",
        description = {
            "Prints a script by which a shell completes commands, options and the names that may follow them. Put the line below"
                    + " into ~/.bashrc or ~/.zshrc, with the path of wengert as you call it."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  eval \"$(wengert completion bash)\"", "  eval \"$(wengert completion zsh)\""})
final class CompletionCommand implements Callable<Integer> {
    private static final String LAUNCHER = "wengert";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SHELL",
            completionCandidates = Converters.ShellNames.class,
            description = "${COMPLETION-CANDIDATES}.")
    private String shell = "";

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        if (!Converters.SHELLS.contains(shell)) {
            throw new ParameterException(commandLine, "SHELL: " + Names.unknown(shell, Converters.SHELLS));
        }
        // One script for both: in zsh it loads what lets zsh complete as bash does.
        commandLine
                .getOut()
                .print(AutoComplete.bash(
                        LAUNCHER, commandLine.getCommandSpec().root().commandLine()));
        commandLine.getOut().flush();
        return CommandLine.ExitCode.OK;
    }
}
