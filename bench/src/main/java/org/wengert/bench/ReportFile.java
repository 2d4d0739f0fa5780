package org.wengert.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.report.Report;
import org.wengert.nn.io.AtomicFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says where a run is reported. */
final class ReportFile {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = {
                "Show how it went, and what came of it, on a page that needs nothing else: FILE.html.",
                "FILE.svg gets the charts alone."
            })
    private @Nullable Path file;

    boolean isWanted() {
        return file != null;
    }

    /** Refuses what could not be written after a long run. */
    void requireWritable() {
        if (file != null) {
            BenchFiles.requireWritable(Commands.of(spec), "--report", file);
        }
    }

    /** Writes the report, if there is to be one. */
    void write(Supplier<Report> report) {
        if (file == null) {
            return;
        }
        boolean picture = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
        String text = picture ? report.get().svg() : report.get().html();
        AtomicFile.write("report", file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
