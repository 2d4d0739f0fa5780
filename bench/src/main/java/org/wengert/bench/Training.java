package org.wengert.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.Engine;
import org.wengert.Graph;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.bench.report.CourseRecorder;
import org.wengert.bench.report.Portrait;
import org.wengert.error.NonFiniteException;
import org.wengert.nn.Model;
import org.wengert.nn.Randoms;
import org.wengert.nn.Regularization;
import org.wengert.nn.io.ModelFile;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.train.Checkpoints;
import org.wengert.nn.train.Evaluation;
import org.wengert.nn.train.History;
import org.wengert.nn.train.Trainer;
import org.wengert.nn.train.TrainingListener;

/** One task being trained on one engine. */
final class Training {
    private final Engine engine;
    private final Task task;
    private final Recipe recipe;
    private final Model model;

    private Training(Engine engine, Task task) {
        this.engine = engine;
        this.task = task;
        this.recipe = task.recipe();
        this.model = recipe.blueprint(task.train().width(), task.train().outputs())
                .build(engine)
                .initialize(Randoms.seeded(Seeds.of(task.seed()).weights()));
    }

    /**
     * Trains a new network and judges it.
     *
     * @throws NonFiniteException if the loss becomes NaN or infinite
     */
    static Result run(Engine engine, Task task, TrainingListener... listeners) {
        return run(engine, task, Keeping.NOTHING, listeners);
    }

    /**
     * The same with checkpoints, going on from one if they say so, and with the trained model in a file.
     *
     * @throws InterruptedRunException         if the thread is interrupted; the checkpoints then hold the last step, or it
     *     says why they do not
     * @throws org.wengert.nn.io.FileException if the model cannot be written
     */
    static Result run(Engine engine, Task task, Keeping keeping, TrainingListener... listeners) {
        Training training = new Training(engine, task);
        FailedCheckpoint failed = new FailedCheckpoint();
        Optional<CourseRecorder> recorder = keeping.portrait() ? Optional.of(training.recorder()) : Optional.empty();
        List<TrainingListener> all = new ArrayList<>(List.of(failed));
        recorder.ifPresent(all::add);
        all.addAll(List.of(listeners));
        History history = training.fit(keeping.checkpoints(), all);
        if (history.interrupted()) {
            throw new InterruptedRunException(history.steps(), failed.reason());
        }
        Result result = training.judge(history, recorder);
        keeping.model()
                .ifPresent(file ->
                        ModelFile.save(file, training.model, task.samples().preprocessing()));
        return result;
    }

    /** Trains a new network and forgets it. */
    static void rehearse(Engine engine, Task task, TrainingListener listener) {
        new Training(engine, task).fit(Optional.empty(), List.of(listener));
    }

    private CourseRecorder recorder() {
        return new CourseRecorder(model, task.loss(), task.samples().data(), steps());
    }

    private long steps() {
        return (long) recipe.epochs() * ((task.train().size() + task.batch() - 1) / task.batch());
    }

    private History fit(Optional<Checkpoints> checkpoints, List<TrainingListener> listeners) {
        int batch = task.batch();
        double rate = recipe.learningRate();
        Optimizer optimizer = recipe.optimizer().of(model.variables(), rate);
        Trainer trainer = new Trainer(model, task.loss(), optimizer)
                .epochs(recipe.epochs())
                .batchSize(batch)
                .seed(Seeds.of(task.seed()).layers())
                .schedule(new FallingRate(rate, Recipe.FINAL_SHARE * rate, steps()));
        if (batch < task.train().size()) {
            trainer.shuffle(Seeds.of(task.seed()).order());
        }
        checkpoints.ifPresent(trainer::checkpoints);
        if (recipe.l2() > 0) {
            trainer.regularization(Regularization.l2(recipe.l2()));
        }
        for (TrainingListener listener : listeners) {
            trainer.listener(listener);
        }
        return trainer.fit(task.train());
    }

    private Result judge(History history, Optional<CourseRecorder> recorder) {
        Evaluation train = Evaluation.of(model, task.loss(), task.train());
        Evaluation test = Evaluation.of(model, task.loss(), task.test());
        double loss = train.loss() + penalty();
        if (!Double.isFinite(loss)) {
            throw new NonFiniteException("training: the loss is " + loss + " after the last step, " + history.steps()
                    + ": the first that is not finite is " + firstNonFinite());
        }
        return new Result(
                engine.name(),
                engine.description(),
                task,
                model.parameterCount(),
                history,
                loss,
                train.metric(),
                test.metric(),
                recorder.map(course -> Portrait.of(model, task.samples().data(), course)));
    }

    private double penalty() {
        try (Scope scope = engine.inference()) {
            return recipe.l2() > 0
                    ? Regularization.l2(recipe.l2(), model.variables()).item()
                    : 0;
        }
    }

    private String firstNonFinite() {
        try (Scope scope = engine.scope()) {
            Value output = model.forward(task.train().batch().inputs(engine));
            Optional<Value> first = Graph.firstNonFinite(output);
            return first.map(value -> value.op()
                            .map(op -> "the result of " + op.name())
                            .orElse("variable '" + value.label() + "'"))
                    .orElse("the loss itself");
        }
    }
}
