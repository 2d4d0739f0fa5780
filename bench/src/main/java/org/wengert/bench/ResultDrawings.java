package org.wengert.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.picture.ResultPage;
import org.wengert.bench.picture.SvgFiles;
import org.wengert.bench.result.BenchResult;
import org.wengert.nn.io.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that say where results are drawn. */
final class ResultDrawings {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--html", paramLabel = "FILE", description = "Draw all on a page that needs nothing else.")
    private @Nullable Path html;

    @Option(
            names = "--svg",
            paramLabel = "FOLDER",
            description = "Draw each run's charts as a picture, FOLDER/SUITE-jdkN.svg; the folder is made if missing.")
    private @Nullable Path svg;

    boolean areNone() {
        return html == null && svg == null;
    }

    /** Refuses what could not be written after a long run. */
    void requireWritable() {
        CommandLine commandLine = Commands.of(spec);
        if (html != null) {
            OutputFiles.requireWritable(commandLine, "--html", html);
        }
        if (svg != null) {
            OutputFiles.requireWritableFolder(commandLine, "--svg", svg);
        }
    }

    void write(List<BenchResult> results) {
        if (html != null) {
            byte[] page = ResultPage.html(results).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write("bench", html, out -> out.write(page));
        }
        if (svg != null) {
            SvgFiles.write(svg, results);
        }
    }
}
