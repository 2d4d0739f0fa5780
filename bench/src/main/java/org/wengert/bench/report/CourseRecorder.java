package org.wengert.bench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wengert.Value;
import org.wengert.nn.Loss;
import org.wengert.nn.Model;
import org.wengert.nn.data.Split;
import org.wengert.nn.train.Evaluation;
import org.wengert.nn.train.GradientStatistics;
import org.wengert.nn.train.Progress;
import org.wengert.nn.train.TrainingListener;

/**
 * Writes down how a run goes: at a hundred epochs at most, spread evenly, how good the network is, and at as many steps how
 * long the gradients are. It reads and never writes, so the run goes as it would without.
 */
public final class CourseRecorder implements TrainingListener {
    private static final int MOST = 100;

    private final Model model;
    private final Loss loss;
    private final Split data;
    private final GradientStatistics gradients;
    private final List<Course.Epoch> epochs = new ArrayList<>();
    private final List<Course.Step> steps = new ArrayList<>();
    private Map<String, double[]> firstWeights = Map.of();
    private Instant started = Instant.now();
    private Course.Earlier earlier = new Course.Earlier(0, 0);
    private long nanos;

    /**
     * A recorder of one run.
     *
     * @param totalSteps that the run will take
     */
    public CourseRecorder(Model model, Loss loss, Split data, long totalSteps) {
        this.model = model;
        this.loss = loss;
        this.data = data;
        int every = (int) Math.min(Integer.MAX_VALUE, Math.max(1, (totalSteps + MOST - 1) / MOST));
        gradients = new GradientStatistics(model.variables(), every);
    }

    @Override
    public void started(Progress progress) {
        started = Instant.now();
        earlier = new Course.Earlier(progress.epoch(), progress.step());
        if (progress.step() == 0) {
            firstWeights = Portrait.weights(model);
        }
    }

    @Override
    public void gradientsDone(Progress progress, Value batchLoss) {
        long start = System.nanoTime();
        gradients.gradientsDone(progress, batchLoss);
        nanos += System.nanoTime() - start;
    }

    @Override
    public void stepDone(Progress progress) {
        if (gradients.step() == progress.step()) {
            steps.add(
                    new Course.Step(progress.step(), progress.learningRate(), gradients.norm(), gradients.deadRelus()));
        }
    }

    @Override
    public void epochDone(Progress progress) {
        long done = progress.epoch();
        long total = progress.totalEpochs();
        if (total > MOST && done > 1 && done * (MOST - 1) / total == (done - 1) * (MOST - 1) / total) {
            return;
        }
        long start = System.nanoTime();
        Evaluation train = Evaluation.of(model, loss, data.train());
        Evaluation test = Evaluation.of(model, loss, data.test());
        epochs.add(new Course.Epoch(done, train.loss(), test.loss(), train.metric(), test.metric()));
        nanos += System.nanoTime() - start;
    }

    /** What was written down so far. */
    public Course course() {
        return new Course(started, earlier, epochs, steps, nanos / 1e9);
    }

    /** The network's numbers before the first step, by name; none of a run that was taken up again. */
    public Map<String, double[]> firstWeights() {
        return firstWeights;
    }
}
