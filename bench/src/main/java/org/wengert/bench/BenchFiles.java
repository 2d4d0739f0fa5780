package org.wengert.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Refuses before a long run what could not be written after it. */
final class BenchFiles {
    private BenchFiles() {}

    /** Refuses a file that is a folder, or whose folder is missing or closed to us. */
    static void requireWritable(CommandLine commandLine, String option, Path file) {
        @Nullable Path folder = file.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(file)) {
            throw new ParameterException(commandLine, option + ": " + file + " is a folder");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    commandLine, option + ": cannot write " + file + ": there is no folder " + file.getParent());
        }
        if (!Files.isWritable(folder)) {
            throw new ParameterException(
                    commandLine, option + ": cannot write " + file + ": no permission in " + folder);
        }
    }
}
