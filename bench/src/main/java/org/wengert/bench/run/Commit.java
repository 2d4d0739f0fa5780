package org.wengert.bench.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which commit runs, asked of git if this code stands in the checkout that it was built in. */
final class Commit {
    private static final String UNKNOWN = "unknown";

    private Commit() {}

    /** The commit's hash, with {@code -dirty} if files that git knows differ from it, or {@code unknown} if git cannot tell both. */
    static String ofThis() {
        return checkout().map(Commit::of).orElse(UNKNOWN);
    }

    static String of(Path checkout) {
        return git(checkout, "rev-parse", "HEAD")
                .flatMap(hash -> git(checkout, "status", "--porcelain", "--untracked-files=no")
                        .map(changed -> changed.isEmpty() ? hash : hash + "-dirty"))
                .orElse(UNKNOWN);
    }

    /** NOTE: a jar that was copied into another project must not claim that project's commits, hence the fixed place. */
    private static Optional<Path> checkout() {
        @Nullable CodeSource source = Commit.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path root =
                    Path.of(source.getLocation().toURI()).resolve("../../..").normalize();
            boolean ours =
                    Files.exists(root.resolve("bench/pom.xml")) && Files.exists(root.resolve("engine-tape/pom.xml"));
            return ours ? Optional.of(root) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> git(Path folder, String... arguments) {
        String[] command = new String[arguments.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = folder.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
