package org.chainrule.kernel.cell;

import java.util.BitSet;

/** Tells code from comments, strings and blanks. */
public final class CodeScanner {
    private final String text;
    private final BitSet code = new BitSet();

    private CodeScanner(String text) {
        this.text = text;
    }

    /** The positions that hold code: neither blank, nor in a comment, nor within a literal (its first quote counts). */
    public static BitSet codePositions(String text) {
        CodeScanner scanner = new CodeScanner(text);
        int at = 0;
        while (at < text.length()) {
            at = scanner.step(at);
        }
        return scanner.code;
    }

    /** Whether the last piece of code is a semicolon, whatever comment follows it. */
    public static boolean endsWithSemicolon(String text) {
        int last = codePositions(text).length() - 1;
        return last >= 0 && text.charAt(last) == ';';
    }

    /** Behind the last parenthesis that is not closed; 0 if there is none. */
    public static int openCall(String code) {
        BitSet positions = codePositions(code);
        int closed = 0;
        for (int i = positions.previousSetBit(code.length() - 1); i >= 0; i = positions.previousSetBit(i - 1)) {
            closed += code.charAt(i) == ')' ? 1 : code.charAt(i) == '(' ? -1 : 0;
            if (closed < 0) {
                return i + 1;
            }
        }
        return 0;
    }

    /** How many of the brackets behind a position are open at another one; below 0 if more are closed. */
    public static int depth(String code, BitSet codePositions, int from, int to) {
        int open = 0;
        for (int i = codePositions.nextSetBit(from); i >= 0 && i < to; i = codePositions.nextSetBit(i + 1)) {
            open += "({[".indexOf(code.charAt(i)) >= 0 ? 1 : ")}]".indexOf(code.charAt(i)) >= 0 ? -1 : 0;
        }
        return open;
    }

    /** How many brackets are open at a position. */
    public static int depthAt(String code, int position) {
        return depth(code, codePositions(code), 0, position);
    }

    private int step(int at) {
        if (text.startsWith("//", at)) {
            return skipTo("\n", at + 2);
        }
        if (text.startsWith("/*", at)) {
            return skipTo("*/", at + 2);
        }
        char c = text.charAt(at);
        if (!Character.isWhitespace(c)) {
            code.set(at);
        }
        if (text.startsWith("\"\"\"", at)) {
            return skipLiteral("\"\"\"", at + 3);
        }
        return c == '"' || c == '\'' ? skipLiteral(String.valueOf(c), at + 1) : at + 1;
    }

    private int skipTo(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private int skipLiteral(String quote, int from) {
        boolean oneLine = quote.length() == 1;
        int at = from;
        while (at < text.length() && !text.startsWith(quote, at)) {
            if (oneLine && text.charAt(at) == '\n') {
                return at;
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        int end = Math.min(text.length(), at + quote.length());
        if (end > 0) {
            code.set(end - 1);
        }
        return end;
    }
}
