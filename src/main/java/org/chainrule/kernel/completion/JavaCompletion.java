package org.chainrule.kernel.completion;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.chainrule.kernel.names.ChainOrder;
import org.chainrule.kernel.names.NotebookClasses;
import org.chainrule.kernel.names.Signatures;
import org.chainrule.kernel.names.Words;

/** What JShell knows that may follow in Java code, put in the order in which it is probably meant. */
final class JavaCompletion {
    private static final Pattern BEHIND_NEW = Pattern.compile("(?s).*\\bnew\\s+");
    private static final String OF_JSHELL = "$JShell$";
    /** Offered last, because in a chain of calls they are never what is meant. */
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(");

    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    JavaCompletion(JShell shell) {
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
    }

    /**
     * The candidates at the end of a piece of code.
     *
     * @param statement where the last statement starts
     */
    Completions at(String code, int statement) {
        int start = startOfName(code);
        Completions found = suggestions(code, statement);
        if (found.isEmpty() && start < code.length()) {
            found = startingWith(code.substring(start), suggestions(code.substring(0, start), statement));
        }
        return DeclaredNames.at(code, start).and(found);
    }

    private static int startOfName(String code) {
        int start = code.length();
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Who types {@code sys} means {@code System}. */
    private static Completions startingWith(String typed, Completions all) {
        String beginning = typed.toLowerCase(Locale.ROOT);
        return new Completions(
                all.candidates().stream()
                        .filter(candidate ->
                                candidate.text().toLowerCase(Locale.ROOT).startsWith(beginning))
                        .toList(),
                all.start());
    }

    private Completions suggestions(String code, int statement) {
        Completions alone = suggestions(code.substring(statement), "", statement);
        // what the cell declares further up has members only if all of it is seen as one block
        return statement == 0 ? alone : suggestions(code, "{", 0).and(alone);
    }

    private Completions suggestions(String code, String prefix, int offset) {
        String block = prefix + code;
        int[] anchor = {block.length()};
        List<Suggestion> found = analysis.completionSuggestions(block, block.length(), anchor);
        Place place = new Place(block.substring(0, anchor[0]), found);
        List<Candidate> candidates = found.stream()
                .filter(suggestion -> !suggestion.continuation().startsWith(OF_JSHELL))
                .sorted(Comparator.comparing(Suggestion::matchesType)
                        .reversed()
                        .thenComparing(suggestion -> place.rank(suggestion.continuation())))
                .map(Suggestion::continuation)
                .distinct()
                .map(place::candidate)
                .toList();
        return new Completions(candidates, offset + anchor[0] - prefix.length());
    }

    /** Where something is typed: behind a dot the members of a class are offered, elsewhere names. */
    private final class Place {
        private final boolean isMember;
        private final boolean isNew;
        private final Optional<Class<?>> owner;
        private final List<String> order;

        Place(String before, List<Suggestion> found) {
            isMember = before.stripTrailing().endsWith(".");
            isNew = BEHIND_NEW.matcher(before).matches();
            owner = isMember ? owner(before, found) : Optional.empty();
            order = owner.map(ChainOrder::of).orElse(List.of());
        }

        /** Members of Chainrule come in the order of its grammar; of names own variables first, then Chainrule's words. */
        int rank(String text) {
            Candidate candidate = Candidate.java(text, isNew, "");
            if (isMember) {
                int place = order.indexOf(candidate.name());
                return OF_EVERY_OBJECT.contains(text) ? Integer.MAX_VALUE : place < 0 ? order.size() : place;
            }
            return switch (candidate.type()) {
                case "instance" -> text.startsWith("$") ? 3 : 0;
                case "function" -> Words.isWord(candidate.name()) ? 1 : 2;
                case "module" -> 3;
                default -> 2;
            };
        }

        Candidate candidate(String text) {
            return Candidate.java(text, isNew, text.contains("(") ? signature(text.replaceAll("\\(.*", "")) : "");
        }

        private String signature(String name) {
            if (isMember) {
                return owner.map(type -> Signatures.ofMethods(type, name)).orElse("");
            }
            if (isNew) {
                return NotebookClasses.find(name)
                        .map(Signatures::ofConstructors)
                        .orElse("");
            }
            return shell.methods()
                    .filter(method -> method.name().equals(name))
                    .findFirst()
                    .map(method -> "(" + Signatures.simpleNames(method.parameterTypes()) + ")")
                    .orElseGet(() -> Signatures.of(Words.named(name)));
        }
    }

    /**
     * The class whose members are offered. JShell names in the signature of a method the class that declares it; the one that is meant
     * declares what none of its parents has.
     */
    private Optional<Class<?>> owner(String before, List<Suggestion> found) {
        List<String> methods = found.stream()
                .map(Suggestion::continuation)
                .filter(text -> text.contains("(") && !OF_EVERY_OBJECT.contains(text))
                .map(text -> text.replaceAll("\\(.*", ""))
                .toList();
        Optional<Class<?>> owner = methods.stream().findFirst().flatMap(name -> declaring(before, name));
        for (Optional<Class<?>> next = owner;
                next.isPresent();
                next = next.flatMap(type -> below(type, before, methods))) {
            owner = next;
        }
        return owner;
    }

    private Optional<Class<?>> below(Class<?> type, String before, List<String> methods) {
        Set<String> known =
                Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
        return methods.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .flatMap(name -> declaring(before, name))
                .filter(found -> found != type && type.isAssignableFrom(found));
    }

    private Optional<Class<?>> declaring(String before, String method) {
        String call = before + method + "(";
        return analysis.documentation(call, call.length(), false).stream()
                .map(Documentation::signature)
                .findFirst()
                .flatMap(NotebookClasses::owner);
    }
}
