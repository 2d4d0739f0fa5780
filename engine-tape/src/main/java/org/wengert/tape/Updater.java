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

    /** Parts of a variable are multiples of so many numbers: whole vectors, and nearly of one size. */
    private static final int GRAIN = 64;

    private final Workers workers;

    /** A rule leads to its optimiser and so to a model, which may be forgotten before its engine. */
    private final Map<UpdateRule, Program> programs = new WeakHashMap<>();

    /** The one asked for last, which is nearly always the one asked for next. */
    private WeakReference<UpdateRule> latestRule = new WeakReference<>(null);

    private @Nullable Program latest;

    private final List<UpdateLane<A>> lanes = new ArrayList<>();

    Updater(Kernels<A> kernels, Workers workers) {
        this.workers = workers;
        while (lanes.size() < workers.threads()) {
            lanes.add(new UpdateLane<>(kernels.another())); // of one kind in all lanes, which run on one thread each
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

    /** Several variables, none of them twice, each with its states: those that lie side by side go as one. */
    void run(
            Program program,
            List<? extends Variable> variables,
            List<? extends List<? extends Variable>> states,
            double... numbers) {
        int first = 0;
        int size = own(variables.get(0)).size();
        for (int i = 1; i < variables.size(); i++) {
            int more = own(variables.get(i)).size();
            if (follow(variables, states, i)) {
                size += more;
            } else {
                run(program, own(variables.get(first)), states.get(first), size, numbers);
                first = i;
                size = more;
            }
        }
        run(program, own(variables.get(first)), states.get(first), size, numbers);
    }

    /** Whether a variable and its states lie where those before it end, and both have a gradient or neither has. */
    private boolean follow(List<? extends Variable> variables, List<? extends List<? extends Variable>> states, int i) {
        TapeVariable<A> variable = own(variables.get(i));
        TapeVariable<A> before = own(variables.get(i - 1));
        boolean follow = variable.follows(before) && variable.isStill() == before.isStill();
        List<? extends Variable> state = states.get(i);
        for (int s = 0; follow && s < state.size(); s++) {
            TapeVariable<A> stateBefore = own(states.get(i - 1).get(s));
            follow = own(state.get(s)).follows(stateBefore);
        }
        return follow;
    }

    /** A variable by itself. */
    void run(Program program, TapeVariable<A> variable, List<? extends Variable> states, double... numbers) {
        run(program, variable, states, variable.size(), numbers);
    }

    private void run(
            Program program, TapeVariable<A> variable, List<? extends Variable> states, int size, double... numbers) {
        TapeVariable<A>[] state = own(states);
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

    @SuppressWarnings("unchecked") // checked to be of this engine
    private TapeVariable<A> own(Variable variable) {
        return (TapeVariable<A>) variable;
    }

    @SuppressWarnings("unchecked") // as above
    private TapeVariable<A>[] own(List<? extends Variable> variables) {
        TapeVariable<A>[] own = (TapeVariable<A>[]) new TapeVariable<?>[variables.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = own(variables.get(i));
        }
        return own;
    }
}
