package org.wengert.tck;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the kit asks of an engine, and what came of it so far. */
final class Ledger {
    private final Class<?> kit;
    private final Set<Method> asked = new LinkedHashSet<>();
    private final Set<Method> ran = Collections.synchronizedSet(new HashSet<>());
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private final List<AccuracyRow> accuracy = Collections.synchronizedList(new ArrayList<>());
    private final long begin = System.nanoTime();
    private volatile Subject subject;

    /** Nothing yet of all that a class which extends the kit has to run. */
    Ledger(Class<?> kit) {
        this.kit = kit;
        this.subject = Subject.unknown(kit);
        contracts(kit).stream()
                .filter(contract -> contract.isAnnotationPresent(Proves.class)) // an author's own are another matter
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .sorted(Comparator.comparing(
                                (Method method) -> method.getDeclaringClass().getName())
                        .thenComparing(Method::getName))
                .forEach(asked::add);
    }

    /** The contracts that a class takes upon itself. */
    static Set<Class<?>> contracts(Class<?> kit) {
        Set<Class<?>> contracts = new LinkedHashSet<>();
        for (Class<?> type = kit; type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getInterfaces())
                    .filter(EngineContract.class::isAssignableFrom)
                    .forEach(contracts::add);
        }
        return contracts;
    }

    void subject(EngineTck tested) {
        if (!subject.isKnown()) {
            subject = Subject.of(tested);
        }
    }

    /** Tests that are not the kit's own, or stand in for one of its own, prove nothing here. */
    void add(Finding finding) {
        if (asked.contains(finding.test())) {
            ran.add(finding.test());
            findings.add(finding);
        }
    }

    /** How accurate operations are. */
    void measured(List<AccuracyRow> rows) {
        accuracy.addAll(rows);
    }

    /** A test has come to its end; what came of its cases has been added. */
    void ran(Method test) {
        ran.add(test);
    }

    Certificate certificate() {
        List<Method> left = asked.stream().filter(test -> !ran.contains(test)).collect(Collectors.toList());
        return new Certificate(
                kit.getSimpleName(),
                subject,
                List.copyOf(asked),
                List.copyOf(findings),
                left,
                List.copyOf(accuracy),
                Duration.ofNanos(System.nanoTime() - begin));
    }
}
