package org.wengert.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.explain.Explanation;
import org.wengert.nn.io.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wengert explain}: which paths a gradient came, and why it is zero, huge or no number. */
@Command(
        name = "explain",
        description = {
            "Shows the paths from a name to the result of an expression, the slope at each step, and what each path contributes to"
                    + " the gradient, the largest first.",
            "Says why the gradient is zero, tiny, huge or not a number, if it is."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert explain \"x*y+tanh(x)\" --set x=2,y=-3 --of x",
            "  wengert explain \"relu(x*w)\" --set x=2,w=-3 --of x --svg paths.svg"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ExpressionOptions expression = new ExpressionOptions();

    @Mixin
    private final EngineOption engine = new EngineOption();

    @Option(names = "--of", paramLabel = "NAME", required = true, description = "Explain the gradient of this name.")
    private String of = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Show at most so many paths. Default: ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private int limit;

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Draw the expression to this file, with all paths set off.")
    private @Nullable Path svg;

    @Override
    public Integer call() {
        if (svg != null) {
            OutputFiles.requireWritable(Commands.of(spec), "--svg", svg);
        }
        expression.evaluate(spec, engine, formula -> {
            Explanation explanation = Explanation.of(
                            formula.result(), ExpressionOptions.variable(spec, formula, "--of", of))
                    .limit(limit);
            @Nullable Path file = svg;
            if (file != null) {
                byte[] picture = explanation.drawing().svg().getBytes(StandardCharsets.UTF_8);
                AtomicFile.write("explain", file, out -> out.write(picture));
            }
            CommandLine commandLine = Commands.of(spec);
            explanation.toString().lines().forEach(commandLine.getOut()::println);
            commandLine.getOut().flush();
        });
        return CommandLine.ExitCode.OK;
    }
}
