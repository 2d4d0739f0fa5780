package org.wengert.tck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import org.wengert.RowReader;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.ShapeException;
import org.wengert.op.Op;

/** What gets in, gets out, or stays although it should not: values, arrays, labels, memory, errors. */
final class WrongBorders {
    private WrongBorders() {}

    /** A scope that forgets nothing and can be closed. */
    private static final class Idle implements Scope {
        private boolean open = true;

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }

    static Behaviour firstRowReadForAll() {
        return new Behaviour() {
            @Override
            Value constant(Engine good, Shape shape, RowReader rows) {
                return good.constant(shape, (row, into, at) -> rows.read(0, into, at));
            }
        };
    }

    static Behaviour scopesCloseNothing() {
        return new Behaviour() {
            @Override
            Scope scope(Engine good) {
                return new Idle();
            }
        };
    }

    /** Numbers that nobody will ask for, and those kept before them. */
    private record Kept(double[] numbers, @Nullable Kept before) {}

    /** Everything computed is kept for good. */
    static Behaviour scopesLeak() {
        AtomicReference<@Nullable Kept> latest = new AtomicReference<>();
        return Behaviour.applying((good, op, in) -> {
            Value result = good.apply(op, in);
            latest.set(new Kept(result.data(), latest.get()));
            return result;
        });
    }

    static Behaviour innerScopesCloseTheOuter() {
        Deque<Scope> scopes = new ArrayDeque<>();
        return new Behaviour() {
            @Override
            Scope scope(Engine good) {
                Scope scope = good.scope();
                scopes.push(scope);
                return new Scope() {
                    @Override
                    public boolean isOpen() {
                        return scope.isOpen();
                    }

                    @Override
                    public void close() {
                        scopes.forEach(Scope::close);
                        scopes.clear();
                    }
                };
            }
        };
    }

    static Behaviour inferenceRecords() {
        return new Behaviour() {
            @Override
            Scope inference(Engine good) {
                return good.scope();
            }
        };
    }

    static Behaviour foreignValuesAccepted() {
        return new Behaviour() {
            @Override
            Value foreign(Engine good, Value value) {
                return good.constant(value.shape(), value.data());
            }
        };
    }

    static Behaviour errorsSwallowed() {
        return Behaviour.applying((good, op, in) -> {
            try {
                return good.apply(op, in);
            } catch (ShapeException swallowed) {
                return in.get(0);
            }
        });
    }

    /** Gradients have been sent before the seed is found not to fit. */
    static Behaviour refusedWhenHalfDone() {
        return new Behaviour() {
            @Override
            void backward(Engine good, Value root, double... seed) {
                try {
                    good.backward(root, seed);
                } catch (ShapeException late) {
                    double[] ones = new double[root.shape().size()];
                    Arrays.fill(ones, 1);
                    good.backward(root, ones);
                    throw late;
                }
            }
        };
    }

    static Behaviour closedEnginesAnswer() {
        return new Behaviour() {
            @Override
            void close(Engine good) {}
        };
    }

    /** A constant is the caller's own array. */
    static Behaviour callersArraysKept() {
        Map<Value, double[]> arrays = new HashMap<>();
        return new Behaviour() {
            @Override
            Value constant(Engine good, Shape shape, double... data) {
                Value constant = good.constant(shape, data);
                arrays.put(constant, data);
                return constant;
            }

            @Override
            Value apply(Engine good, Op op, List<Value> operands) {
                List<Value> now = new ArrayList<>();
                operands.forEach(x -> now.add(arrays.containsKey(x) ? good.constant(x.shape(), arrays.get(x)) : x));
                return good.apply(op, now);
            }
        };
    }

    /** Whoever asks a value for its numbers gets the array that it goes on working with. */
    static Behaviour ownArraysHandedOut() {
        Map<Value, double[]> arrays = new HashMap<>();
        return new Behaviour() {
            @Override
            double[] data(Value value) {
                double[] data = value.data();
                return value.operands().isEmpty() ? data : arrays.computeIfAbsent(value, key -> data);
            }
        };
    }

    /** Gradients are kept by label. */
    static Behaviour labelsTellValuesApart() {
        Map<List<Object>, Value> byLabel = new HashMap<>();
        return new Behaviour() {
            @Override
            void label(Value value, String label) {
                value.label(label);
                byLabel.put(List.of(label, value.shape()), value);
            }

            @Override
            Value grad(Value value) {
                return Objects.requireNonNullElse(byLabel.get(List.of(value.label(), value.shape())), value)
                        .grad();
            }
        };
    }

    static Behaviour operandsInReverse() {
        return new Behaviour() {
            @Override
            List<Value> operands(List<Value> operands) {
                List<Value> reversed = new ArrayList<>(operands);
                Collections.reverse(reversed);
                return reversed;
            }
        };
    }

    private static final AtomicReference<Thread> LATEST = new AtomicReference<>();

    /** Engines share a scratch array, in which one thread finds what another has left. */
    static Behaviour scratchSharedByThreads() {
        return Behaviour.applying((good, op, in) -> {
            Thread before = LATEST.getAndSet(Thread.currentThread());
            boolean disturbed = before != null && before != Thread.currentThread();
            Value result = good.apply(op, in);
            return disturbed ? result.add(1) : result;
        });
    }
}
