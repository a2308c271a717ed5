package org.chainrule.kernel.names;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What methods and constructors take, in one line: {@code (double... values) or (Input input)}. */
public final class Signatures {
    private static final int MOST = 3;
    private static final String PARAMETERS = "<(?:[^<>()]|<[^<>()]*>)*>";
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");
    /** Components of a record, and parameters of a class or method, all before the name of the method. */
    private static final Pattern BEFORE_NAME =
            Pattern.compile("\\([^()]*\\)(?=\\.)|" + PARAMETERS + "(?=\\.)|(?<=\\.)" + PARAMETERS);

    private Signatures() {}

    /** A text with the packages of classes left out. */
    public static String simpleNames(String text) {
        return PACKAGE.matcher(text).replaceAll("");
    }

    /** A signature of JShell's with less in it: {@code char String.charAt(int index)}. */
    public static String plain(String signature) {
        return BEFORE_NAME.matcher(simpleNames(signature)).replaceAll("");
    }

    /**
     * What a method takes at a place.
     *
     * @param signature one of JShell's, such as {@code double Forward.at(String unit, int sample)}
     * @param index from 0
     * @return such as {@code String unit}; empty if it takes fewer values
     */
    public static Optional<String> parameter(String signature, int index) {
        String plain = plain(signature);
        String[] all =
                plain.substring(plain.indexOf('(') + 1, plain.lastIndexOf(')')).split(", ");
        boolean any = all[all.length - 1].contains("...");
        int place = any ? Math.min(index, all.length - 1) : index;
        return place < all.length ? Optional.of(all[place]) : Optional.empty();
    }

    /**
     * What the methods of a name take.
     *
     * @param type where they are
     * @param name of the methods
     * @return one line
     */
    public static String ofMethods(Class<?> type, String name) {
        return of(Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge()));
    }

    /**
     * What the constructors of a class take.
     *
     * @param type the class
     * @return one line
     */
    public static String ofConstructors(Class<?> type) {
        return of(Arrays.stream(type.getConstructors()));
    }

    /** Of all that have one name, the shortest first. */
    public static String of(Stream<? extends Executable> overloads) {
        List<String> all = overloads
                .map(Signatures::of)
                .distinct()
                .sorted((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b))
                .toList();
        return all.stream().limit(MOST).collect(Collectors.joining(" or ")) + (all.size() > MOST ? " or …" : "");
    }

    private static String of(Executable method) {
        return Arrays.stream(method.getParameters()).map(Signatures::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String of(Parameter parameter) {
        String type = simpleNames(parameter.getParameterizedType().getTypeName().replace('$', '.'));
        String shown = parameter.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type;
        return parameter.isNamePresent() ? shown + " " + parameter.getName() : shown;
    }
}
