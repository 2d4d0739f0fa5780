package org.wengert.bench.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Machine;
import org.wengert.nn.io.AtomicFile;
import org.wengert.nn.io.FileException;

/** The charts of each run as an SVG file of their own, for pages that are written elsewhere. */
public final class SvgFiles {
    private SvgFiles() {}

    /**
     * Writes one file a run over what was there: {@code SUITE-jdkN.svg}, and {@code SUITE-jdkN-2.svg} for a second run of
     * the same suite on the same JDK.
     *
     * @param folder made if it is missing
     * @return the files, in the order of the results
     * @throws FileException if the folder cannot be made or a file not be written
     */
    public static List<Path> write(Path folder, List<BenchResult> results) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FileException("bench: cannot make the folder " + folder + ": " + e.getMessage(), e);
        }
        List<Path> files = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (BenchResult result : results) {
            String name = fileName(result.suite()) + "-jdk" + RunName.jdkVersion(result.machine());
            int number = names.merge(name, 1, Integer::sum);
            Path file = folder.resolve(name + (number == 1 ? "" : "-" + number) + ".svg");
            byte[] drawn = Sheet.svg(RunName.of(result), source(result), Charts.of(result))
                    .getBytes(StandardCharsets.UTF_8);
            AtomicFile.write("bench", file, out -> out.write(drawn));
            files.add(file);
        }
        return files;
    }

    private static String source(BenchResult result) {
        Machine machine = result.machine();
        return result.title() + ". JDK " + machine.jdk() + ", " + machine.processor() + ", "
                + (machine.cores() == 1 ? "1 core" : machine.cores() + " cores") + ", commit " + machine.commit() + ".";
    }

    /** A suite of the user's own may be called anything; its file's name is plain. */
    private static String fileName(String suite) {
        return suite.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
