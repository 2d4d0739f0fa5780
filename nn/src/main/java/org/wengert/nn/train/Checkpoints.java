package org.wengert.nn.train;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.io.FileException;

/**
 * Where and how often a training run is saved, so that it can be taken up again with not one bit different. Each
 * checkpoint is a file of its own, {@code step-000000120.checkpoint}, written whole or not at all, with a checksum; the
 * newest few are kept.
 *
 * <p>A checkpoint that cannot be written does not end the run: that is logged, listeners are told
 * ({@link TrainingListener#checkpointFailed}), and those written before stay. One that is damaged is passed over for the
 * one before it, which is logged too.
 *
 * <p>A run is taken up only by one that was told the same: data, order of samples, batch sizes, network, loss, regularisation,
 * optimiser, schedule, seeds, validation data, listeners that remember; what differs is named. It may be told more epochs.
 * What is one's own, a layer, loss, penalty, schedule or source that does not describe itself, is taken for the same.
 *
 * <pre>{@code
 * trainer.checkpoints(Checkpoints.in(Path.of("run7")).everySteps(500).resuming()).fit(data);
 * }</pre>
 */
public final class Checkpoints {
    private static final int USUALLY_KEPT = 3;
    private static final Pattern NAME = Pattern.compile("step-([0-9]{9,18})\\.checkpoint");
    private static final Pattern UNFINISHED = Pattern.compile("\\.step-[0-9]+\\.checkpoint\\..*\\.tmp");
    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

    private final Path folder;
    private final long everySteps;
    private final int kept;
    private final boolean resuming;

    private Checkpoints(Path folder, long everySteps, int kept, boolean resuming) {
        this.folder = folder;
        this.everySteps = everySteps;
        this.kept = kept;
        this.resuming = resuming;
    }

    /**
     * Checkpoints in a folder, which is made if it is missing: one at the end of each epoch and of the run, the newest 3
     * kept. A folder that holds some already is refused, unless {@link #resuming()}.
     */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(folder, Long.MAX_VALUE, USUALLY_KEPT, false);
    }

    /**
     * The same with one every so many steps besides.
     *
     * @throws ConfigurationException if it is below 1
     */
    public Checkpoints everySteps(long steps) {
        return new Checkpoints(folder, positive("steps between checkpoints", steps), kept, resuming);
    }

    /**
     * The same with this many kept; older ones are deleted.
     *
     * @throws ConfigurationException if it is below 1
     */
    public Checkpoints keep(int newest) {
        return new Checkpoints(folder, everySteps, (int) positive("checkpoints kept", newest), resuming);
    }

    private static long positive(String what, long number) {
        if (number < 1) {
            throw new ConfigurationException(
                    "checkpoints: the number of " + what + " must be at least 1: got " + number);
        }
        return number;
    }

    /** The same, and the run goes on from the newest sound checkpoint in the folder, or begins if there is none. */
    public Checkpoints resuming() {
        return new Checkpoints(folder, everySteps, kept, true);
    }

    /**
     * The checkpoint to go on from; empty if the run begins.
     *
     * @throws ConfigurationException if there are checkpoints and the run does not resume
     * @throws FileException          if there are checkpoints, but none is sound, or the folder cannot be had
     */
    Optional<Checkpoint> begin() {
        deleteUnfinished();
        List<Path> files = newestFirst();
        if (!resuming && !files.isEmpty()) {
            throw new ConfigurationException("checkpoints: the folder is in use: " + folder + " holds "
                    + files.get(0).getFileName() + " of an earlier run; resume it, or choose another folder");
        }
        List<String> refusals = new ArrayList<>();
        for (Path file : files) {
            try {
                return Optional.of(CheckpointFile.read(file));
            } catch (FileException e) {
                refusals.add(String.valueOf(e.getMessage()));
                LOG.log(System.Logger.Level.WARNING, "passed over: {0}", e.getMessage());
            }
        }
        if (!refusals.isEmpty()) {
            throw new FileException("checkpoints: none is sound of " + refusals.size() + " in " + folder + ": "
                    + refusals.get(0) + "; delete them to begin anew");
        }
        return Optional.empty();
    }

    /** What a process that was killed while it wrote has left. */
    private void deleteUnfinished() {
        for (Path file : files(UNFINISHED)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "cannot delete {0}: {1}", file, FileException.reason(e));
            }
        }
    }

    boolean isDue(long step) {
        return step % everySteps == 0;
    }

    /**
     * Saves a run, and deletes checkpoints that are too old; what goes wrong is told, not thrown. A thread that was
     * interrupted saves all the same and stays interrupted: that is when a checkpoint is needed most.
     *
     * @return whether it is saved
     */
    boolean save(long step, Checkpoint checkpoint, Consumer<FileException> failed) {
        boolean interrupted = Thread.interrupted(); // or its files would be closed while they are written
        try {
            write(step, checkpoint);
            return true;
        } catch (FileException e) {
            interrupted |= Thread.interrupted();
            if (e.getCause() instanceof ClosedByInterruptException) {
                return save(step, checkpoint, failed);
            }
            report(e, failed);
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write(long step, Checkpoint checkpoint) {
        try {
            Files.createDirectories(folder);
            CheckpointFile.write(folder.resolve(String.format(Locale.ROOT, "step-%09d.checkpoint", step)), checkpoint);
            List<Path> files = newestFirst();
            files.removeIf(file -> step(file) > step); // a damaged one that was passed over is not what is kept
            for (Path old : files.subList(Math.min(kept, files.size()), files.size())) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new FileException("checkpoint: cannot write into " + folder + ": " + FileException.reason(e), e);
        }
    }

    private static void report(FileException failure, Consumer<FileException> failed) {
        LOG.log(System.Logger.Level.WARNING, "training goes on without this checkpoint: {0}", failure.getMessage());
        failed.accept(failure);
    }

    private List<Path> newestFirst() {
        List<Path> names = files(NAME);
        names.sort(Collections.reverseOrder((one, other) -> Long.compare(step(one), step(other))));
        return names;
    }

    private List<Path> files(Pattern names) {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file))
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (IOException e) {
            throw new FileException(
                    "checkpoints: cannot read the folder " + folder + ": " + FileException.reason(e), e);
        }
    }

    private static long step(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }
}
