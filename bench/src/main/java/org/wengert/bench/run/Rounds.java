package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Interleaves the JVMs of all rows: each round has one for each row, every other round in reverse order. Whatever drifts
 * over a run - the machine's temperature, what else it does - hits all rows alike, and those of a group in one round stand
 * next to one another.
 */
final class Rounds {
    private final Timing timing;
    private final Function<Case, Outcome> fork;
    private final Watcher watcher;

    /** Runs a row by {@code fork} and tells {@code watcher}. */
    Rounds(Timing timing, Function<Case, Outcome> fork, Watcher watcher) {
        this.timing = timing;
        this.fork = fork;
        this.watcher = watcher;
    }

    /** Runs all open rows in as many rounds as there is time for, or until there is none left that can be timed. */
    void run(List<Ledger> ledgers) {
        watcher.planned(timing.rounds(open(ledgers)) * open(ledgers));
        long start = System.nanoTime();
        int forks = 0;
        int more = 1;
        for (int round = 1; more > 0 && open(ledgers) > 0; round++) {
            forks += run(ledgers, round);
            more = timing.more(round, (System.nanoTime() - start) / 1e9);
            watcher.planned(forks + Math.max(0, more) * open(ledgers));
        }
    }

    private int run(List<Ledger> ledgers, int round) {
        List<Ledger> order =
                new ArrayList<>(ledgers.stream().filter(Ledger::isOpen).toList());
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        for (Ledger ledger : order) {
            watcher.begins(ledger.row(), round);
            ledger.add(fork.apply(ledger.row()));
            watcher.ended();
        }
        return order.size();
    }

    private static int open(List<Ledger> ledgers) {
        return (int) ledgers.stream().filter(Ledger::isOpen).count();
    }
}
