package org.chainrule.kernel.cell;

import static org.objectweb.asm.Opcodes.ASM9;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * What is known of the classes that JShell makes of snippets: one for each, whose name holds the snippet's id, and one
 * more with a letter behind the id each time the snippet is declared anew.
 */
public final class SnippetClasses {
    private static final Pattern WRAPPER = Pattern.compile("REPL[./]\\$JShell\\$(\\d+)[A-Z]*");
    private static final String ENTRY = "do_it$";
    /** In an anonymous class that is the value of a statement, lines cannot be told from outside. */
    private static final String MOVED = "$JShell$anonymous$";
    /** From the line of the class to that of the snippet; the values of variables stand two lines lower. */
    private static final int LINES_ABOVE = 2;

    private static final int LINES_ABOVE_VALUE = 4;

    private final Map<String, List<String>> namesById = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> firstLines = new ConcurrentHashMap<>();
    private final Set<String> captured = new HashSet<>();

    /**
     * Learns a class that JShell has made.
     *
     * @param name its binary name
     * @param classFile its code as it was compiled
     */
    public void add(String name, byte[] classFile) {
        Matcher wrapper = WRAPPER.matcher(name);
        boolean isWrapper = wrapper.matches();
        if (isWrapper) {
            namesById.computeIfAbsent(wrapper.group(1), id -> new ArrayList<>()).add(name);
            places.put(name, places.size());
        }
        new ClassReader(classFile).accept(new Reader(name, isWrapper), ClassReader.SKIP_FRAMES);
    }

    /** The names of a snippet's classes, the latest last. */
    public List<String> names(String snippetId) {
        return List.copyOf(namesById.getOrDefault(snippetId, List.of()));
    }

    /** How many classes there are now. */
    public int count() {
        return places.size();
    }

    /** The latest class of a snippet; an empty name if it has none. */
    public String latest(String snippetId) {
        return latest(snippetId, count());
    }

    /** The class that was a snippet's latest when there were only so many; an empty name if it had none. */
    public String latest(String snippetId, int count) {
        List<String> then = names(snippetId).stream()
                .filter(name -> places.get(name) < count)
                .toList();
        return then.isEmpty() ? "" : then.get(then.size() - 1);
    }

    /** The id of the snippet that a class belongs to; empty for other classes, and for those that JShell has moved. */
    public static String idOf(String className) {
        Matcher wrapper = WRAPPER.matcher(className);
        return wrapper.lookingAt() && !className.contains(MOVED) ? wrapper.group(1) : "";
    }

    /** The line of a snippet for a frame as Java knows it, which counts the lines that JShell has put above. */
    public int snippetLine(StackTraceElement frame) {
        Matcher wrapper = WRAPPER.matcher(frame.getClassName());
        boolean known = wrapper.lookingAt() && firstLines.containsKey(wrapper.group());
        return known ? frame.getLineNumber() - firstLines.get(wrapper.group()) + 1 : 1;
    }

    /** Whether code that may run again, in a method or a lambda expression, uses a variable of a snippet. */
    public boolean isCaptured(String className, String variable) {
        return captured.contains(className.replace('.', '/') + "." + variable);
    }

    /** Reads one class. */
    private final class Reader extends ClassVisitor {
        private final String className;
        private final boolean isWrapper;
        private int linesAbove = LINES_ABOVE;

        Reader(String className, boolean isWrapper) {
            super(ASM9);
            this.className = className;
            this.isWrapper = isWrapper;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            linesAbove = LINES_ABOVE_VALUE;
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(ASM9) {
                @Override
                public void visitLineNumber(int line, Label start) {
                    if (isWrapper && method.equals("<init>")) {
                        firstLines.putIfAbsent(className, line + linesAbove);
                    }
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    if (!method.equals(ENTRY) && WRAPPER.matcher(owner).matches()) {
                        captured.add(owner + "." + field);
                    }
                }
            };
        }
    }
}
