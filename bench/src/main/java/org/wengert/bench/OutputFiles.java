package org.wengert.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Refuses before a long run what could not be written after it. */
final class OutputFiles {
    private OutputFiles() {}

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

    /** Refuses a folder that is a file, or that could not be made or written to. */
    static void requireWritableFolder(CommandLine commandLine, String option, Path folder) {
        @Nullable Path there = folder.toAbsolutePath().normalize();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there)) {
            throw new ParameterException(
                    commandLine, option + ": cannot write to " + folder + ": " + there + " is no folder");
        }
        if (!Files.isWritable(there)) {
            throw new ParameterException(
                    commandLine, option + ": cannot write to " + folder + ": no permission in " + there);
        }
    }
}
