package org.wengert.bench.report;

import java.util.List;
import java.util.stream.Stream;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.Document;
import org.wengert.bench.picture.Markup;
import org.wengert.bench.picture.Measure;

/** How a run went: its curves, and their numbers. */
final class CourseSection {
    private CourseSection() {}

    /** Loss, accuracy or R2, learning rate and gradients, in this order; none of what was not looked at. */
    static List<Chart> charts(Course course, boolean classes) {
        String metric = classes ? "accuracy" : "R2";
        Curves losses = new Curves("Loss", "epoch", "loss")
                .line("training", course.epochs(), Course.Epoch::number, Course.Epoch::trainLoss)
                .line("test", course.epochs(), Course.Epoch::number, Course.Epoch::testLoss);
        Curves metrics = new Curves(classes ? "Accuracy" : "R2", "epoch", metric)
                .atMost(1)
                .line("training", course.epochs(), Course.Epoch::number, Course.Epoch::trainMetric)
                .line("test", course.epochs(), Course.Epoch::number, Course.Epoch::testMetric);
        Curves rates = new Curves("Learning rate", "step", "rate")
                .line("learning rate", course.steps(), Course.Step::number, Course.Step::learningRate);
        Curves gradients = new Curves("Length of the gradient", "step", "length")
                .line("gradient", course.steps(), Course.Step::number, Course.Step::gradientNorm);
        return Stream.of(losses, metrics, rates, gradients)
                .filter(Curves::hasPoints)
                .map(curves -> (Chart) curves.chart())
                .toList();
    }

    static void write(Markup page, Course course, boolean classes) {
        page.open("section", "id", "course", "aria-labelledby", "course-name");
        page.element("h2", "How it learned", "id", "course-name").line();
        page.element(
                "p",
                "All samples are judged at the end of an epoch, without the penalty on weights; a loss that falls on"
                        + " training samples alone means that they are learned by heart. Tab reaches a chart, arrow keys go"
                        + " from mark to mark.");
        if (!course.earlier().told().isEmpty()) {
            page.element("p", course.earlier().told(), "id", "earlier").line();
        }
        Document.figures(page, "course", charts(course, classes));
        String metric = classes ? "accuracy" : "R2";
        Numbered.write(
                page,
                "Losses and " + (classes ? "accuracies" : "R2") + " in numbers",
                List.of("epoch", "training loss", "test loss", "training " + metric, "test " + metric),
                course.epochs().stream().map(CourseSection::row).toList());
        Numbered.write(
                page,
                "Learning rates and gradients in numbers",
                List.of("step", "learning rate", "length of the gradient", "dead relus"),
                course.steps().stream().map(CourseSection::row).toList());
        page.close().line();
    }

    private static List<String> row(Course.Epoch epoch) {
        return List.of(
                Long.toString(epoch.number()),
                Double.toString(epoch.trainLoss()),
                Double.toString(epoch.testLoss()),
                Measure.plain(epoch.trainMetric()),
                Measure.plain(epoch.testMetric()));
    }

    private static List<String> row(Course.Step step) {
        return List.of(
                Long.toString(step.number()),
                Measure.plain(step.learningRate()),
                Measure.digits(step.gradientNorm()),
                Double.isNaN(step.deadRelus()) ? "no relu" : Measure.plain(step.deadRelus()));
    }
}
