package org.wengert.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.ResultFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wengert bench page}: kept results, drawn. */
@Command(
        name = "page",
        description = {
            "Draws files that 'wengert bench --json' wrote: of several suites or JDKs on one page, or as pictures for pages"
                    + " that are written elsewhere. The same files give the same bytes."
        },
        exitCodeList = {"0:done", "1:a file could not be read or written", "2:the command line was not understood"},
        footerHeading = "%nExample:%n",
        footer = "  wengert bench page steps-17.json steps-25.json --html steps.html --svg images")
final class BenchPageCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RESULT", description = "Runs, in the order in which they are drawn.")
    private List<Path> files = List.of();

    @Mixin
    private final ResultDrawings drawings = new ResultDrawings();

    @Override
    public Integer call() {
        if (drawings.areNone()) {
            throw new ParameterException(Commands.of(spec), "where to draw? --html FILE, --svg FOLDER or both");
        }
        drawings.requireWritable();
        List<BenchResult> results = files.stream().map(ResultFile::read).toList();
        drawings.write(results);
        return CommandLine.ExitCode.OK;
    }
}
