package org.wengert.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.expression.Formula;
import org.wengert.bench.picture.Raster;
import org.wengert.draw.Drawing;
import org.wengert.nn.io.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wengert graph}: evaluates, differentiates and draws an expression. */
@Command(
        name = "graph",
        description = "Evaluates an expression, differentiates it by all of its names, and draws what it is made of.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert graph \"(a*b+c)*f\" --set a=2,b=-3,c=10,f=-2 --svg graph.svg",
            "  wengert graph \"tanh(x*w+b)\" --set x=2,w=-3,b=6.9 --svg graph.svg --path x --heat",
            "  wengert graph \"x**2 + 1\" --set x=3 --png graph.png"
        })
final class GraphCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ExpressionOptions expression = new ExpressionOptions();

    @Mixin
    private final EngineOption engine = new EngineOption();

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw to this file, which every browser shows.")
    private @Nullable Path svg;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw to this file as pixels.")
    private @Nullable Path png;

    @Option(names = "--dot", paramLabel = "FILE", description = "Draw to this file for Graphviz.")
    private @Nullable Path dot;

    @Option(names = "--path", paramLabel = "NAME", description = "Set off all that leads from this name to the result.")
    private @Nullable String path;

    @Option(names = "--heat", description = "Colour values by the size of their gradients.")
    private boolean heat;

    @Override
    public Integer call() {
        requireWritable("--svg", svg);
        requireWritable("--png", png);
        requireWritable("--dot", dot);
        expression.evaluate(spec, engine, formula -> {
            Drawing drawing = drawing(formula);
            write(svg, () -> drawing.svg().getBytes(StandardCharsets.UTF_8));
            write(dot, () -> drawing.dot().getBytes(StandardCharsets.UTF_8));
            write(png, () -> Raster.png(drawing.svg()));
            print(formula);
        });
        return CommandLine.ExitCode.OK;
    }

    private void requireWritable(String option, @Nullable Path file) {
        if (file != null) {
            OutputFiles.requireWritable(Commands.of(spec), option, file);
        }
    }

    private Drawing drawing(Formula formula) {
        Drawing drawing = Drawing.of(formula.result());
        @Nullable String from = path;
        if (from != null) {
            drawing = drawing.path(ExpressionOptions.variable(spec, formula, "--path", from));
        }
        return heat ? drawing.heat() : drawing;
    }

    private static void write(@Nullable Path file, Supplier<byte[]> picture) {
        if (file != null) {
            AtomicFile.write("graph", file, out -> out.write(picture.get()));
        }
    }

    private void print(Formula formula) {
        Page page = new Page(Commands.of(spec));
        page.section("Value", new Table().row(Double.toString(formula.result().item())));
        if (!formula.variables().isEmpty()) {
            Table table = new Table().row("name", "value", "gradient");
            formula.variables()
                    .forEach((name, variable) -> table.row(
                            name,
                            Double.toString(variable.item()),
                            Double.toString(variable.grad().item())));
            page.section("Gradients", table);
        }
        page.print();
    }
}
