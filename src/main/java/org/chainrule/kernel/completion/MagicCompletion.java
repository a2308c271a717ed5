package org.chainrule.kernel.completion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of magics, and what may stand behind each. */
public final class MagicCompletion {
    private static final Pattern NAME = Pattern.compile("(?:^|\\n)[ \\t]*(%%?\\w*)$");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?:^|\\n)[ \\t]*(%%?\\w+)[ \\t](?:[^\\n]*[ \\t])?([^ \\t\\n]*)$");
    private static final Set<String> OF_FILES = Set.of("%load", "%classpath", "%jars", "%loadFromPOM", "%%output");
    private static final Set<String> OF_LIBRARIES = Set.of("%maven", "%addMavenDependency", "%addMavenDependencies");
    private static final String OF_CODE = "%time";

    private final Set<String> names;

    /**
     * For some magics.
     *
     * @param names such as {@code %time} and {@code %%time}
     */
    public MagicCompletion(Set<String> names) {
        this.names = names;
    }

    /** The candidates if the code ends in a magic; empty where it ends in Java code. */
    Optional<Completions> at(String code) {
        Matcher name = NAME.matcher(code);
        if (name.find()) {
            String typed = name.group(1);
            boolean first = code.substring(0, name.start(1)).isBlank();
            return Optional.of(new Completions(
                    names.stream()
                            .filter(magic -> magic.startsWith(typed) && (first || !magic.startsWith("%%")))
                            .map(Candidate::magic)
                            .toList(),
                    name.start(1)));
        }
        Matcher argument = ARGUMENT.matcher(code);
        return argument.find() && !argument.group(1).equals(OF_CODE)
                ? Optional.of(new Completions(arguments(argument.group(1), argument.group(2)), argument.start(2)))
                : Optional.empty();
    }

    private static List<Candidate> arguments(String magic, String typed) {
        Function<String, List<Candidate>> source = OF_FILES.contains(magic)
                ? FileCompletion::files
                : OF_LIBRARIES.contains(magic) ? LibraryCompletion::libraries : none -> List.of();
        return source.apply(typed);
    }
}
