package org.chainrule.kernel.cell;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java code between the lines of magics. */
public final class MagicLines {
    /** Without a name behind it, a percent sign goes on with the Java code of the line above. */
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*(%%?\\w+)(.*)$");

    /** What these take is Java code. */
    private static final Set<String> TAKE_CODE = Set.of("%time", "%%time", "%%output");

    private MagicLines() {}

    /** Code with its magics made blank, so that every position stays what it is. */
    public static String blank(String code) {
        boolean ofText = LINE.matcher(code)
                .results()
                .anyMatch(line -> line.group(1).startsWith("%%") && !TAKE_CODE.contains(line.group(1)));
        return ofText ? blanks(code) : LINE.matcher(code).replaceAll(MagicLines::code);
    }

    private static String code(MatchResult line) {
        String kept = line.group(1).equals("%time") ? line.group(2) : blanks(line.group(2));
        String head =
                line.group().substring(0, line.group().length() - line.group(2).length());
        return Matcher.quoteReplacement(blanks(head) + kept);
    }

    private static String blanks(String text) {
        return text.replaceAll("[^\\n]", " ");
    }
}
