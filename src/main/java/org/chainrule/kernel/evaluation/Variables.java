package org.chainrule.kernel.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;
import org.chainrule.kernel.names.Signatures;
import org.chainrule.kernel.value.ValueText;

/** What the cells of a notebook have declared: {@code %who} shows it, {@code %reset} forgets it. */
public final class Variables {
    private static final int LONGEST_VALUE = 60;

    private final JShell shell;
    private final CapturingExecutionControl control;
    private final List<Snippet> ofTheKernel;

    /** What is there now is the kernel's own and stays. */
    Variables(JShell shell, CapturingExecutionControl control) {
        this.shell = shell;
        this.control = control;
        this.ofTheKernel = shell.snippets().toList();
    }

    /** All variables, each with its type and the beginning of its value, one in a line. */
    public String list() {
        List<VarSnippet> all = shell.variables()
                .filter(variable -> !variable.name().startsWith("$") && shell.status(variable) == Status.VALID)
                .toList();
        int names = all.stream()
                .mapToInt(variable -> variable.name().length())
                .max()
                .orElse(0);
        int types =
                all.stream().mapToInt(variable -> type(variable).length()).max().orElse(0);
        return all.isEmpty()
                ? "no variables"
                : all.stream()
                        .map(v -> String.format(
                                Locale.ROOT, "%-" + names + "s  %-" + types + "s  %s", v.name(), type(v), value(v)))
                        .collect(Collectors.joining("\n"));
    }

    /** What the variables hold by their names, results that have no other name included. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        shell.variables()
                .filter(variable -> shell.status(variable) == Status.VALID)
                .forEach(variable -> values.put(variable.name(), held(variable)));
        return values;
    }

    /** Forgets what cells have declared and imported. */
    public void reset() {
        for (Snippet snippet : shell.snippets().toList()) {
            if (!ofTheKernel.contains(snippet) && shell.status(snippet).isActive()) {
                shell.drop(snippet);
                GoneTypes.hold(shell, snippet);
            }
            if (snippet instanceof VarSnippet variable) {
                control.classes().names(variable.id()).forEach(name -> control.clear(name, variable.name()));
            }
        }
    }

    private static String type(VarSnippet variable) {
        return Signatures.simpleNames(Objects.requireNonNullElse(variable.typeName(), ""));
    }

    private Object held(VarSnippet variable) {
        List<String> classes = control.classes().names(variable.id());
        return classes.isEmpty() ? null : control.read(classes.get(classes.size() - 1), variable.name());
    }

    private String value(VarSnippet variable) {
        String line = ValueText.of(held(variable)).replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
