package org.chainrule.kernel.names;

import java.lang.reflect.Field;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainrule.jupyter.NotebookImports;

/** The classes of libraries that cells use, found by what is said of them. */
public final class NotebookClasses {
    private static final Pattern OWNER = Pattern.compile("([\\w.]+)\\.\\w+[(:]");

    private NotebookClasses() {}

    /** A class that every cell has imported, by the name that a cell uses for it, or by its full name. */
    public static Optional<Class<?>> find(String name) {
        if (name.contains(".")) {
            return load(name);
        }
        return Stream.concat(Stream.of("import java.lang.*;"), NotebookImports.all().stream())
                .filter(line -> line.endsWith(".*;") && !line.startsWith("import static"))
                .map(line -> line.substring("import ".length(), line.length() - 2) + name)
                .flatMap(full -> load(full).stream())
                .findFirst();
    }

    /** The class of a method or field in a signature such as {@code char String.charAt(int index)}. */
    public static Optional<Class<?>> owner(String signature) {
        Matcher owner = OWNER.matcher(Signatures.plain(signature));
        return owner.find() ? find(owner.group(1)) : Optional.empty();
    }

    /** The value of a constant, which is named as in {@code Adam#DEFAULT_BETA1}; the name itself if there is none. */
    public static String constant(String reference) {
        int hash = reference.indexOf('#');
        Optional<Class<?>> type = hash > 0 ? find(reference.substring(0, hash)) : Optional.empty();
        try {
            Field field = type.orElseThrow(NoSuchFieldException::new).getDeclaredField(reference.substring(hash + 1));
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            return reference.substring(hash + 1);
        }
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, NotebookClasses.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError unknown) {
            return Optional.empty();
        }
    }
}
