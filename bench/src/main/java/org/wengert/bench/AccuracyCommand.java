package org.wengert.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import org.wengert.tck.Accuracy;
import org.wengert.tck.AccuracyRow;
import org.wengert.tck.EngineCheck;
import org.wengert.tck.Precision;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wengert accuracy}: the page of largest errors of all operations, engines, precisions and kernels. */
@Command(
        name = "accuracy",
        description = {
            "Measures the largest error of every operation's value and partial derivatives, on every engine under every"
                    + " one of its settings of precision and kernels, and prints them as a page in Markdown.",
            "It takes some minutes."
        },
        footerHeading = "%nExample:%n",
        footer = "  wengert accuracy --points 4000")
final class AccuracyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--points",
            paramLabel = "COUNT",
            defaultValue = "2000",
            converter = Converters.Count.class,
            description = "Random points for each operation, beside edge points. Default: ${DEFAULT-VALUE}.")
    private int points;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            converter = Converters.Whole.class,
            description = "Of the random points. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--deep-check",
            paramLabel = "FOLDER",
            description = "A source tree in which 'mvn verify -Pdeep-check' has run: adds what it has proven.")
    private @Nullable Path tree;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        Optional<DeepCheck> deepCheck = Optional.ofNullable(tree).map(DeepCheck::in);
        if (deepCheck.filter(DeepCheck::isEmpty).isPresent()) {
            throw new ParameterException(
                    commandLine,
                    "--deep-check: no reports of tests in the modules of " + tree + ": run mvn verify there");
        }
        Map<Precision, Accuracy> exact = new EnumMap<>(Precision.class);
        Map<String, List<AccuracyRow>> columns = new LinkedHashMap<>();
        for (EngineProvider provider : Engines.providers()) {
            for (Map<String, String> settings : variants(provider)) {
                String name = String.join(" ", provider.name(), String.join(" ", settings.values()))
                        .strip();
                commandLine.getErr().println("accuracy: " + name);
                try (Engine engine =
                        Engines.open(provider, Commands.configuration(spec).with(settings))) {
                    Precision precision = EngineCheck.precision(engine);
                    columns.put(
                            name,
                            exact.computeIfAbsent(precision, p -> Accuracy.of(p, points, seed))
                                    .measure(engine, Set.of()));
                }
            }
        }
        commandLine.getOut().print(AccuracyPage.markdown(columns, points, seed));
        deepCheck.ifPresent(check -> commandLine.getOut().print(check.markdown(points, seed)));
        commandLine.getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    /** Every choice of precision and kernels by name, if the engine has such settings. */
    private static List<Map<String, String>> variants(EngineProvider provider) {
        List<Map<String, String>> variants = List.of(Map.of());
        for (String kind : List.of("precision", "kernels")) {
            for (Setting setting : provider.settings()) {
                if (setting.key().endsWith("." + kind)) {
                    variants = times(variants, setting);
                }
            }
        }
        return variants;
    }

    private static List<Map<String, String>> times(List<Map<String, String>> variants, Setting setting) {
        List<Map<String, String>> product = new ArrayList<>();
        for (Map<String, String> variant : variants) {
            for (String value : setting.values()) {
                if (!value.equals("auto")) {
                    Map<String, String> more = new LinkedHashMap<>(variant);
                    more.put(setting.key(), value);
                    product.add(more);
                }
            }
        }
        return product;
    }
}
