package org.wengert.nn.train;

import java.util.ArrayList;
import java.util.List;

/** Notes what it is told, in words. */
final class Notes implements TrainingListener {
    final List<String> words = new ArrayList<>();

    @Override
    public void started(Progress p) {
        words.add("started " + p.step() + "/" + p.totalSteps());
    }

    @Override
    public void stepDone(Progress p) {
        words.add("step " + p.step() + " rate " + p.learningRate());
    }

    @Override
    public void epochDone(Progress p) {
        words.add("epoch " + p.epoch() + "/" + p.totalEpochs());
    }

    @Override
    public void ended(Progress p) {
        words.add("ended");
    }
}
