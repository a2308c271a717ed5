package org.chainrule.kernel.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The methods of a class in the order in which they stand in its source: in a chain of calls, that of its grammar. */
public final class ChainOrder {
    private static final Pattern METHOD = Pattern.compile("(?m)^    (?:public |default )[^=;(]*?\\b(\\w+)\\(");
    /** What comes next with a network, a pass and so on; in their classes it stands behind what they know. */
    private static final List<String> STEPS = List.of("forward", "deltas", "update", "split");

    private static final String OWN = "org.chainrule.";

    private ChainOrder() {}

    /** The names of the methods that a class of Chainrule offers; empty for other classes. */
    public static Optional<List<String>> of(String simpleName) {
        return NotebookClasses.find(simpleName).map(ChainOrder::of);
    }

    /**
     * The methods of a type in the order of its source.
     *
     * @param type one of the DSL
     * @return their names; none if its source is not there
     */
    public static List<String> of(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        if (!type.getName().startsWith(OWN)) {
            return List.of();
        }
        STEPS.stream().filter(step -> takesSomething(type, step)).forEach(names::add);
        for (Class<?> declaring = type;
                declaring != null && declaring != Object.class;
                declaring = declaring.getSuperclass()) {
            Set<String> visible = new LinkedHashSet<>();
            for (Method method : declaring.getDeclaredMethods()) {
                boolean called = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
                if (called && !method.isSynthetic()) {
                    visible.add(method.getName());
                }
            }
            visible.removeAll(List.of("toString", "equals", "hashCode"));
            inSource(declaring).stream().filter(visible::contains).forEach(names::add);
            components(declaring).filter(visible::contains).forEach(names::add);
            names.addAll(visible);
        }
        return new ArrayList<>(names);
    }

    /** {@code pass.deltas(y(3))} is a step, {@code update.deltas()} says what was. */
    private static boolean takesSomething(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() > 0);
    }

    /** A record does not write down the methods of its components. */
    private static Stream<String> components(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }

    private static List<String> inSource(Class<?> type) {
        String top = type.getName().replaceAll("\\$.*", "").replace('.', '/');
        try (InputStream source = ChainOrder.class.getResourceAsStream("/META-INF/sources/" + top + ".java")) {
            if (source == null) {
                return List.of();
            }
            Matcher methods = METHOD.matcher(new String(source.readAllBytes(), StandardCharsets.UTF_8));
            return methods.results().map(method -> method.group(1)).distinct().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
