package org.chainrule.kernel.error;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is written so in other languages, or in a file, but not in a cell of Java. */
final class Habits {
    private static final List<String> UNREADABLE = List.of("expected", "illegal.start", "cant.resolve");

    private static final List<Habit> ALL = List.of(
            habit(
                    "for\\s+\\w+\\s+in\\b.*",
                    "a loop is for (int i = 0; i < 3; i++) { … } or for (var value : values) { … }"),
            habit("(?:if|elif|while)\\s+[^(\\s].*", "a condition stands in parentheses: if (i == 3) { … }"),
            habit(
                    "(?:def|function|fun|func)\\s+\\w+\\s*\\(.*",
                    "a method names its types: double f(double x) { return …; }"),
            habit(
                    List.of("expected"), // a class without a name, new Thread(work) { … }, looks much the same
                    "(?!new\\b)[\\w<>\\[\\]]+\\s+\\w+\\s*\\(\\s*\\w+\\s*(?:,\\s*\\w+\\s*)*\\)\\s*\\{.*",
                    "each parameter has a type: double f(double x) { return …; }"),
            habit("(?:let|const|val|auto)\\s+\\w+\\s*=.*", "a new variable is declared with var: var k = …"),
            habit(
                    "import\\s+\\w+(?:\\s+as\\s+\\w+)?\\s*;?\\s*|import\\s+[\\w.]+\\s+as\\s.*|from\\s+\\S+\\s+import\\b.*",
                    "an import names a package and a class: import java.util.List;"),
            habit("package\\s.*", "a cell has no package, leave this line out"));

    private Habits() {}

    private record Habit(List<String> codes, Pattern statement, String hint) {
        boolean fits(Hints.Mistake mistake) {
            return codes.stream().anyMatch(mistake::isAbout)
                    && statement.matcher(mistake.source()).matches();
        }
    }

    private static Habit habit(String statement, String hint) {
        return habit(UNREADABLE, statement, hint);
    }

    private static Habit habit(List<String> codes, String statement, String hint) {
        return new Habit(codes, Pattern.compile("\\s*(?:" + statement + ")", Pattern.DOTALL), hint);
    }

    /** What a statement that cannot be parsed, or that begins with an unknown word, should look like. */
    static Optional<String> of(Hints.Mistake mistake) {
        return ALL.stream()
                .filter(habit -> habit.fits(mistake))
                .map(Habit::hint)
                .findFirst();
    }
}
