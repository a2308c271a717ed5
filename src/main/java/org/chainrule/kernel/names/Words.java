package org.chainrule.kernel.names;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chainrule.Chainrule;

/** The words of Chainrule, which every cell can use: {@code network}, {@code sigmoid}, {@code sgd} … */
public final class Words {
    private static final List<Method> ALL = Arrays.stream(Chainrule.class.getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .sorted(Comparator.comparing(Method::getName))
            .toList();

    private static final Set<Class<?>> NUMBERS = Set.of(double[].class, double.class, long.class);

    private Words() {}

    /** The names of the words whose values can be used as a type, which is given by its simple name. */
    public static List<String> thatMake(String type) {
        return making(type).map(Method::getName).distinct().toList();
    }

    /** The word that makes a value of a type of numbers alone, if there is exactly one, as {@code y} makes a Target. */
    public static Stream<String> thatWrap(String type) {
        List<String> names = making(type)
                .filter(method -> method.getParameterCount() == 1 && NUMBERS.contains(method.getParameterTypes()[0]))
                .map(Method::getName)
                .distinct()
                .toList();
        return names.size() == 1 ? names.stream() : Stream.empty();
    }

    /**
     * Whether a cell can call a name without an import.
     *
     * @param name any name
     * @return true if it is a word of the DSL
     */
    public static boolean isWord(String name) {
        return named(name).findAny().isPresent();
    }

    /** The words of a name. */
    public static Stream<Method> named(String name) {
        return ALL.stream().filter(method -> method.getName().equals(name));
    }

    private static Stream<Method> making(String type) {
        return ALL.stream().filter(method -> isA(method.getReturnType(), type));
    }

    private static boolean isA(Class<?> type, String simpleName) {
        return type != null
                && type != Object.class
                && (type.getSimpleName().equals(simpleName)
                        || isA(type.getSuperclass(), simpleName)
                        || Arrays.stream(type.getInterfaces()).anyMatch(parent -> isA(parent, simpleName)));
    }
}
