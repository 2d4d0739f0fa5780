package org.wengert.bench.report;

import java.util.List;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.Document;
import org.wengert.bench.picture.Markup;
import org.wengert.nn.ConfusionMatrix;
import org.wengert.nn.data.TargetKind;

/** What a trained network says of test samples. */
final class AnswersSection {
    private AnswersSection() {}

    /** What is told where, if samples are points; what is predicted, if targets are numbers. */
    static List<Chart> charts(TrainedRun run) {
        Portrait portrait = run.portrait();
        Units units = new Units(run.preprocessing());
        if (run.data().test().kind() == TargetKind.NUMBERS) {
            return PredictionCharts.of(run.data().test(), portrait.testOutputs(), units);
        }
        Answers learned = new Answers(run.data().train(), portrait.trainOutputs());
        Answers tested = new Answers(run.data().test(), portrait.testOutputs());
        return portrait.region()
                .map(region -> List.<Chart>of(
                        new BoundaryChart("What is told where: training samples", region, learned, units),
                        new BoundaryChart("What is told where: test samples", region, tested, units)))
                .orElse(List.of());
    }

    static void write(Markup page, TrainedRun run, boolean classes) {
        page.open("section", "id", "answers", "aria-labelledby", "answers-name");
        page.element("h2", classes ? "What it tells apart" : "What it predicts", "id", "answers-name")
                .line();
        Document.figures(page, "answers", charts(run));
        if (classes) {
            Answers answers = new Answers(run.data().test(), run.portrait().testOutputs());
            ConfusionTable.write(page, ConfusionMatrix.of(answers.outputs(), answers.samples()));
            Mistakes.write(page, answers, new Units(run.preprocessing()), run.pixels());
        }
        page.close().line();
    }
}
