package org.wengert.tape;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.wengert.UpdateRule;
import org.wengert.Variable;

/**
 * Runs updates, shared among threads where a variable is large. Each number is computed by itself, so the bits do not
 * depend on who computes it.
 *
 * @param <A> the array type of the precision
 */
final class Updater<A> {
    /** Numbers of a variable from which a second thread saves more than it costs. */
    private static final int SHARED = 1 << 14;

    /** Numbers of a variable up to which it costs less to bring it together with others than to go through it alone. */
    private static final int SMALL = 256;

    /** Parts of a variable are multiples of so many numbers: whole vectors, and nearly of one size. */
    private static final int GRAIN = 64;

    private final Workers workers;

    /** A rule leads to its optimiser and so to a model, which may be forgotten before its engine. */
    private final Map<UpdateRule, Program> programs = new WeakHashMap<>();

    /** The one asked for last, which is nearly always the one asked for next. */
    private WeakReference<UpdateRule> latestRule = new WeakReference<>(null);

    private @Nullable Program latest;

    private final List<UpdateLane<A>> lanes = new ArrayList<>();
    private final GatheredUpdate<A> together;

    Updater(Kernels<A> kernels, Workers workers) {
        this.workers = workers;
        Kernels<A> own = kernels.another(); // of one kind in all lanes, which run on one thread each
        together = new GatheredUpdate<>(own);
        lanes.add(new UpdateLane<>(own));
        while (lanes.size() < workers.threads()) {
            lanes.add(new UpdateLane<>(kernels.another()));
        }
    }

    /** The rule written down, which happens once. */
    Program program(UpdateRule rule, int states, int numbers) {
        Program known = latestRule.refersTo(rule) ? latest : programs.get(rule);
        if (known == null || known.states != states) {
            known = new Program(rule, states, numbers);
            programs.put(rule, known);
        }
        if (known != latest) {
            latest = known;
            latestRule = new WeakReference<>(rule);
        }
        return known;
    }

    /** Several variables, none of them twice, each with its states. */
    @SuppressWarnings("unchecked") // checked to be of this engine
    void run(
            Program program,
            List<? extends Variable> variables,
            List<? extends List<? extends Variable>> states,
            double... numbers) {
        together.begin(program, numbers);
        for (int i = 0; i < variables.size(); i++) {
            TapeVariable<A> variable = (TapeVariable<A>) variables.get(i);
            if (variable.size() > SMALL) {
                run(program, variable, states.get(i), numbers);
                continue;
            }
            if (!together.hasRoom(variable.size())) {
                together.run(program);
            }
            together.add(program, variable, states.get(i));
        }
        together.run(program);
    }

    @SuppressWarnings("unchecked") // as above
    void run(Program program, TapeVariable<A> variable, List<? extends Variable> states, double... numbers) {
        TapeVariable<A>[] own = (TapeVariable<A>[]) new TapeVariable<?>[states.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = (TapeVariable<A>) states.get(i);
        }
        run(program, variable, own, numbers);
    }

    private void run(Program program, TapeVariable<A> variable, TapeVariable<A>[] state, double... numbers) {
        int size = variable.size();
        if (size < SHARED || lanes.size() == 1) {
            lanes.get(0).run(program, variable, state, numbers, 0, size);
            return;
        }
        int parts = lanes.size();
        int part = (size / parts + GRAIN) / GRAIN * GRAIN;
        workers.run(parts, i -> {
            int start = Math.min(size, i * part);
            lanes.get(i).run(program, variable, state, numbers, start, start + Math.min(part, size - start));
        });
    }
}
