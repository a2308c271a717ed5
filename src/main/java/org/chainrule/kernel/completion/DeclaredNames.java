package org.chainrule.kernel.completion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables and methods that a cell declares above the cursor; JShell knows those only that have run. */
final class DeclaredNames {
    private static final String TYPE =
            "(?:var|boolean|char|byte|short|int|long|float|double|[A-Z][\\w.]*(?:<[^;=(]*>)?)";
    private static final Pattern DECLARATION =
            Pattern.compile("\\b" + TYPE + "(?:\\[])*\\s+([a-z_]\\w*)\\s*(?=([=;:,)(]))");
    private static final Pattern NO_NAME_OF_OWN = Pattern.compile("(?s).*(?:\\.|\\b(?:new|import))\\s*");

    private DeclaredNames() {}

    /**
     * Those that start with the name that is typed.
     *
     * @param start where it starts; it ends the code
     */
    static Completions at(String code, int start) {
        String before = code.substring(0, start);
        Set<Candidate> names = new LinkedHashSet<>();
        Matcher declaration = DECLARATION.matcher(before);
        boolean possible = !NO_NAME_OF_OWN.matcher(before).matches();
        while (possible && declaration.find()) {
            boolean isMethod = declaration.group(2).equals("(");
            if (declaration.group(1).startsWith(code.substring(start))) {
                names.add(Candidate.java(declaration.group(1) + (isMethod ? "(" : ""), false, ""));
            }
        }
        return new Completions(List.copyOf(names), start);
    }
}
