package org.wengert.bench;

import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The engine that a command runs on: one by name, or as configured. */
final class EngineOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            completionCandidates = Converters.EngineNames.class,
            description = "${COMPLETION-CANDIDATES}. Default: as configured; 'wengert engines' shows how.")
    private @Nullable String name;

    /** Whether one was asked for by name. */
    boolean isNamed() {
        return name != null;
    }

    /** Refuses the name of no engine as a mistake in the command line, before anything else is done. */
    void require() {
        if (name != null) {
            Commands.requireEngine(spec, name);
        }
    }

    Engine open() {
        return Commands.open(name, Commands.configuration(spec));
    }
}
