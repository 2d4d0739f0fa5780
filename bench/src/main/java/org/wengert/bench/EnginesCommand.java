package org.wengert.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.WengertException;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wengert engines}: what is on the class path, which engine is chosen and why, and every setting. */
@Command(
        name = "engines",
        description = {
            "Shows the engines found, which one is chosen and by what, and every setting with its value and source.",
            "Ends with exit code 1 if an engine cannot be opened as configured."
        },
        footerHeading = "%nExample:%n",
        footer = "  WENGERT_ENGINE=scalar wengert engines")
final class EnginesCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    private final Set<String> problems = new LinkedHashSet<>();

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        Configuration configuration = Commands.configuration(spec);
        List<EngineProvider> found = Engines.providers();
        Page page = new Page(commandLine);
        page.section("Engines", engines(found, configuration));
        page.section("Chosen", new Table().row(choice(configuration)));
        page.section("Settings", settings(found, configuration));
        page.print();
        problems.forEach(problem -> commandLine.getErr().println("wengert engines: " + problem));
        return problems.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Table engines(List<EngineProvider> found, Configuration configuration) {
        Table table = new Table();
        found.forEach(provider -> table.row(provider.name(), provider.description(), state(provider, configuration)));
        return table;
    }

    /** What the engine says of itself once open, which no setting can tell: {@code auto} may have fallen back. */
    private String state(EngineProvider provider, Configuration configuration) {
        try (Engine engine = Engines.open(provider, configuration)) {
            return engine.description();
        } catch (WengertException e) {
            problems.add(String.valueOf(e.getMessage()));
            return "cannot be opened, see below";
        }
    }

    private String choice(Configuration configuration) {
        try {
            Engines.Choice choice = Engines.choose(null, configuration);
            return choice.provider().name() + ", by " + choice.origin();
        } catch (WengertException e) {
            problems.add(String.valueOf(e.getMessage()));
            return "none, see below";
        }
    }

    private static Table settings(List<EngineProvider> found, Configuration configuration) {
        Table table = new Table().row("setting", "value", "takes", "from");
        String names = found.stream().map(EngineProvider::name).collect(Collectors.joining(", "));
        table.row(row(configuration, Engines.ENGINE, "not set", names));
        for (EngineProvider provider : found) {
            for (Setting setting : provider.settings()) {
                table.row(row(configuration, setting.key(), setting.standard(), String.join(", ", setting.values())));
            }
        }
        return table;
    }

    private static String[] row(Configuration configuration, String key, String standard, String values) {
        Optional<Configuration.Found> configured = configuration.find(key);
        return new String[] {
            key,
            configured.map(Configuration.Found::value).orElse(standard),
            values,
            configured.map(Configuration.Found::origin).orElse("standard")
        };
    }
}
