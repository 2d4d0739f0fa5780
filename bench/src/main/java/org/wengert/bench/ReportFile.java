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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says where a run is reported. */
final class ReportFile {
    private static final String PAGE = ".html";
    private static final String PICTURE = ".svg";

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

    /** Refuses what is neither a page nor a picture by its name, and what could not be written after a long run. */
    void requireWritable() {
        if (file != null) {
            if (!endsWith(file, PAGE) && !endsWith(file, PICTURE)) {
                throw new ParameterException(
                        Commands.of(spec),
                        "--report: a page ends in " + PAGE + ", a picture of the charts in " + PICTURE + ": got "
                                + file);
            }
            OutputFiles.requireWritable(Commands.of(spec), "--report", file);
        }
    }

    private static boolean endsWith(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Writes the report, if there is to be one, and says where; not to the output, which may be for a script. */
    void write(Supplier<Report> report) {
        if (file == null) {
            return;
        }
        String text =
                endsWith(file, PICTURE) ? report.get().svg() : report.get().html();
        AtomicFile.write("report", file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        Commands.of(spec).getErr().println("The report is in " + file);
    }
}
