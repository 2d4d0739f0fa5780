package org.wengert.bench.report;

import java.util.List;
import java.util.Optional;
import org.wengert.bench.picture.Markup;
import org.wengert.bench.picture.Measure;

/** The test samples of which a network is most sure and wrong. */
final class Mistakes {
    private static final int MOST = 12;
    /** What fits on a line; a sample may have hundreds. */
    private static final int MOST_INPUTS = 6;

    private Mistakes() {}

    static void write(Markup page, Answers answers, Units units, Optional<Pixels> pixels) {
        List<Integer> all = answers.mistakes();
        page.element("h3", "Most sure and wrong").line();
        if (all.isEmpty()) {
            page.element("p", "No test sample is taken for another class.").line();
            return;
        }
        List<Integer> shown = all.subList(0, Math.min(MOST, all.size()));
        page.element(
                "p",
                shown.size() + " of " + all.size() + " test samples that are taken for another class: those "
                        + (answers.hasProbabilities()
                                ? "of whose wrong class the network is most sure."
                                : "whose wrong class leads the right one by most."));
        if (pixels.isPresent()) {
            pictures(page, answers, units, pixels.get(), shown);
        } else {
            table(page, answers, units, shown);
        }
    }

    private static void pictures(Markup page, Answers answers, Units units, Pixels pixels, List<Integer> shown) {
        page.open("ul", "class", "pictures").line();
        for (int sample : shown) {
            String told = name(answers, answers.told(sample));
            String right = name(answers, answers.samples().classOf(sample));
            String sure = answers.told(sample) < 0
                    ? ""
                    : answers.hasProbabilities()
                            ? ", " + sure(answers, sample) + " sure"
                            : ", lead " + sure(answers, sample);
            page.open("li").open("figure");
            page.empty(
                    "img",
                    "src",
                    pixels.url(units.inputs(answers.samples().row(sample))),
                    "alt",
                    "Test sample " + sample + ": a " + right,
                    "width",
                    "64",
                    "height",
                    "64");
            page.element("figcaption", right + " told as " + told + sure)
                    .close()
                    .close()
                    .line();
        }
        page.close().line();
    }

    private static void table(Markup page, Answers answers, Units units, List<Integer> shown) {
        List<String> names = answers.samples().featureNames();
        int inputs = Math.min(MOST_INPUTS, names.size());
        page.scroll("Most sure and wrong");
        page.open("table").open("thead").open("tr");
        page.element("th", "sample", "scope", "col", "class", "number");
        page.element("th", "is", "scope", "col").element("th", "told as", "scope", "col");
        page.element("th", answers.hasProbabilities() ? "sure" : "lead", "scope", "col", "class", "number");
        names.subList(0, inputs).forEach(name -> page.element("th", name, "scope", "col", "class", "number"));
        page.close().close().line().open("tbody").line();
        for (int sample : shown) {
            page.open("tr").element("th", Integer.toString(sample), "scope", "row", "class", "number");
            page.element("td", name(answers, answers.samples().classOf(sample)));
            page.element("td", name(answers, answers.told(sample)));
            page.element("td", sure(answers, sample), "class", "number");
            double[] row = units.inputs(answers.samples().row(sample));
            for (int i = 0; i < inputs; i++) {
                page.element("td", Measure.digits(row[i]), "class", "number");
            }
            page.close().line();
        }
        page.close().close().close().line();
    }

    /** What the order goes by. */
    private static String sure(Answers answers, int sample) {
        return answers.hasProbabilities()
                ? Shares.percent(answers.probability(sample))
                : Measure.digits(answers.lead(sample));
    }

    private static String name(Answers answers, int number) {
        return number < 0 ? "none" : answers.samples().classNames().get(number);
    }
}
