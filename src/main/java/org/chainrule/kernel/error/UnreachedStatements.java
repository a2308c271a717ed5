package org.chainrule.kernel.error;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.Diag;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.chainrule.kernel.cell.CodeScanner;
import org.chainrule.kernel.cell.Origin;

/**
 * Finds the errors of the statements behind a rejected one. They are compiled together with it as the body of an {@code if}
 * that is never true, so that what it declares is known and nothing runs.
 */
final class UnreachedStatements {
    private static final String HEAD = "if (false) {\n";

    /** Errors that mean the same inside of braces as outside; of others, such as a local that is not final, it does not matter. */
    private static final List<String> MEANINGFUL = List.of(
            "compiler.err.cant.resolve",
            "compiler.err.cant.apply",
            "compiler.err.prob.found.req",
            "compiler.err.operator.cant.be.applied",
            "compiler.err.incomparable.types",
            "compiler.err.doesnt.exist",
            "compiler.err.abstract.cant.be.instantiated",
            "compiler.err.report.access",
            "compiler.err.array.req.but.found",
            "compiler.err.cant.deref");

    private static final String REDECLARED = "compiler.err.already.defined";

    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    /** What was compiled, in place of its cell, and what is wrong with it. */
    record Compiled(Origin origin, List<Diag> errors) {}

    UnreachedStatements(JShell shell) {
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
    }

    /** The errors behind a rejected statement; empty if nothing stands there that can be compiled so. */
    Optional<Compiled> behind(Origin rejected) {
        Body body = new Body();
        String rest = rejected.cell().code().substring(rejected.offset());
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (!info.completeness().isComplete() || !body.add(info.source())) {
                break;
            }
            rest = info.remaining();
        }
        return body.statements > 1 ? Optional.of(body.compile(rejected)) : Optional.empty();
    }

    /** Statements in the order of the cell, those left out replaced by blanks, so that every position stays what it is. */
    private final class Body {
        private final StringBuilder text = new StringBuilder(HEAD);
        private final Set<String> leftOut = new HashSet<>();
        private boolean typesLeftOut;
        private boolean membersLeftOut;
        private int statements;

        /** Takes one more statement; false if the statements behind it cannot be placed any more. */
        boolean add(String source) {
            List<Snippet> snippets = analysis.sourceToSnippets(source);
            if (snippets.size() != 1) {
                return false;
            }
            statements++;
            if (fits(snippets.get(0), source)) {
                text.append(source);
                return endsStatement(source);
            }
            leaveOut(snippets.get(0));
            text.append(source.replaceAll("[^\\n]", " "));
            return true;
        }

        /** What is left out is not known to the statements behind it, which then have no fault. */
        private void leaveOut(Snippet snippet) {
            if (snippet instanceof MethodSnippet method) {
                leftOut.add(method.name());
            } else if (snippet instanceof ImportSnippet imported) {
                typesLeftOut |= !imported.isStatic();
                membersLeftOut |= imported.isStatic();
            }
        }

        /** A method, an import or a value that is not used cannot stand inside of braces. */
        private boolean fits(Snippet snippet, String source) {
            boolean outside = snippet.kind() == Snippet.Kind.METHOD || snippet.kind() == Snippet.Kind.IMPORT;
            return !outside && BlockParser.parses(source + (endsStatement(source) ? "" : ";"));
        }

        private boolean endsStatement(String source) {
            return CodeScanner.endsWithSemicolon(source)
                    || source.stripTrailing().endsWith("}");
        }

        Compiled compile(Origin rejected) {
            String source = text + ";\n}";
            Snippet never = shell.eval(source).get(0).snippet();
            List<Diag> all = shell.diagnostics(never).filter(Diag::isError).toList();
            int behind = HEAD.length() + rejected.source().length();
            boolean redeclared = all.stream().anyMatch(error -> error.getCode().startsWith(REDECLARED));
            List<Diag> errors = all.stream()
                    .filter(error -> !redeclared && error.getPosition() >= behind && isMeaningful(error, source))
                    .toList();
            int offset = rejected.offset() - HEAD.length();
            return new Compiled(new Origin(rejected.cell(), offset, source), errors);
        }

        private boolean isMeaningful(Diag error, String source) {
            String name = source.substring((int) error.getStartPosition(), (int) error.getEndPosition());
            boolean type = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
            boolean perhapsLeftOut = leftOut.contains(name) || membersLeftOut || (typesLeftOut && type);
            boolean ours = error.getCode().startsWith("compiler.err.cant.resolve") && perhapsLeftOut;
            return !ours && MEANINGFUL.stream().anyMatch(error.getCode()::startsWith);
        }
    }
}
