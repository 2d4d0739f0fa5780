package org.wengert.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.nn.Loss;
import org.wengert.nn.Model;
import org.wengert.nn.Reduction;
import org.wengert.nn.Regularization;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Schedule;

/** What a trainer was told. */
final class Settings {
    final Model model;
    final Loss loss;
    final Optimizer optimizer;
    final List<TrainingListener> listeners = new ArrayList<>();
    int epochs = 1;
    int batchSize = Integer.MAX_VALUE;
    int microBatchSize = Integer.MAX_VALUE;
    Reduction reduction = Reduction.MEAN;
    long seed;
    boolean guardsGradients;
    Optional<Schedule> schedule = Optional.empty();
    Optional<Regularization> regularization = Optional.empty();
    Optional<DataSet> validation = Optional.empty();
    Optional<Checkpoints> checkpoints = Optional.empty();

    Settings(Model model, Loss loss, Optimizer optimizer) {
        this.model = model;
        this.loss = loss;
        this.optimizer = optimizer;
    }
}
