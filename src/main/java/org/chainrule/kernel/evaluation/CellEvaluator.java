package org.chainrule.kernel.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.chainrule.jupyter.NotebookImports;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.cell.CodeScanner;
import org.chainrule.kernel.cell.Origin;
import org.chainrule.kernel.cell.Statements;
import org.chainrule.kernel.error.CompileErrors;
import org.chainrule.kernel.error.RuntimeErrors;
import org.chainrule.kernel.error.WholeDivisions;

/** Evaluates the Java code of cells with JShell, snippet by snippet. */
public final class CellEvaluator implements AutoCloseable {
    private final CapturingExecutionControl control;
    private final Interrupter interrupter;
    private final CountDownLatch indexWanted = new CountDownLatch(1);
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final CompileErrors compileErrors;
    private final RuntimeErrors runtimeErrors;
    private final Leftovers leftovers;
    private final FormerValues values;
    private final FormerDeclarations former;
    private final ResetVariables resets;
    private final Variables variables;
    private final List<Path> classPath = new CopyOnWriteArrayList<>();
    private final Map<DeclarationSnippet, Origin> incomplete = new LinkedHashMap<>();

    /**
     * Starts JShell.
     *
     * @param control runs what JShell compiles
     * @param interrupter stops it
     * @param words the class whose static methods every cell can call
     */
    public CellEvaluator(CapturingExecutionControl control, Interrupter interrupter, Class<?> words) {
        this.control = control;
        this.interrupter = interrupter;
        shell = JShell.builder()
                .executionEngine(control, Map.of())
                .fileManager(files -> new CompilerFiles(files, OwnClasses.find(), indexWanted))
                .compilerOptions("-XDstringConcat=inline")
                .build();
        analysis = shell.sourceCodeAnalysis();
        runtimeErrors = new RuntimeErrors(shell, control.classes());
        compileErrors = new CompileErrors(shell, indexWanted, runtimeErrors);
        leftovers = new Leftovers(shell, control);
        values = new FormerValues(control);
        former = new FormerDeclarations(shell, control, values);
        resets = new ResetVariables(shell, values, runtimeErrors);
        shell.eval(imports(words));
        variables = new Variables(shell, control);
    }

    /**
     * All imports as one snippet; on their own, each would cost some milliseconds of every start.
     *
     * <p>JShell knows such a snippet by its first import and replaces it when a cell imports the same, so the first is one
     * that no cell has a reason to write.
     */
    private static String imports(Class<?> words) {
        return "import static " + words.getName() + ".*; " + String.join(" ", NotebookImports.all());
    }

    /**
     * What compiles and knows the snippets.
     *
     * @return the shell itself
     */
    public JShell shell() {
        return shell;
    }

    /** JShell shall read what could be imported, if it has not yet. */
    public void wantIndex() {
        indexWanted.countDown();
    }

    /**
     * What stops the cell that runs.
     *
     * @return that of all cells
     */
    public Interrupter interrupter() {
        return interrupter;
    }

    /**
     * What cells have declared.
     *
     * @return as it is now
     */
    public Variables variables() {
        return variables;
    }

    /** From here on the bytes are counted that the code of the cell allocates in its own thread. */
    public void measureAllocation() {
        control.allocation().start();
    }

    /** The bytes counted; counting ends. */
    public long allocatedBytes() {
        return control.allocation().end();
    }

    /** A cell begins; an exception that ends one of the threads that it starts is reported, whenever that is. */
    public void begin(Cell cell, Consumer<CellException> onThreadFailure) {
        begin(interrupter, cell, onThreadFailure);
    }

    /** What runs beside the cells begins. */
    public void begin(Interrupter beside, Cell cell, Consumer<CellException> onThreadFailure) {
        CellThreads threads = new CellThreads(
                cell.name(), (thread, thrown) -> onThreadFailure.accept(runtimeErrors.inThread(thread, thrown, cell)));
        beside.code().begin(threads);
    }

    /**
     * Evaluates code.
     *
     * @return the value of its last expression; empty if it ends in a declaration, a statement, an assignment or a
     *     semicolon
     * @throws CellException what the student reads of a compile error, an exception or an interrupt
     */
    public Optional<Object> evaluate(Cell cell) throws CellException {
        incomplete.clear();
        resets.clear();
        try {
            Optional<Object> value = evaluateStatements(cell);
            checkIncomplete();
            WholeDivisions.notes(cell).forEach(System.out::println);
            return value;
        } catch (RuntimeException | Error failed) { // deep nesting overflows the compiler's stack
            interrupter.check(cell);
            throw compileErrors.compilerFailed(failed, cell);
        } finally {
            resets.notes().forEach(System.out::println);
        }
    }

    private Optional<Object> evaluateStatements(Cell cell) throws CellException {
        Optional<Object> value = Optional.empty();
        Statements statements = new Statements(cell, analysis);
        while (statements.hasNext()) {
            value = evaluate(statements.next());
        }
        return value;
    }

    /** Does with a statement what comes before it is compiled; nothing is declared. */
    public void analyze(String statement) {
        analysis.sourceToSnippets(statement);
    }

    /** Compiles and runs a statement that does nothing. */
    public void evaluateNothing() {
        shell.eval("if (true) {}");
    }

    /** Runs work of the kernel on a thread that an interrupt of the cell stops. */
    public Object call(Cell cell, Callable<?> work) throws CellException {
        return call(interrupter, cell, work);
    }

    /** The same for what runs beside the cells. */
    public Object call(Interrupter beside, Cell cell, Callable<?> work) throws CellException {
        try {
            return beside.code().call(work);
        } catch (CellException known) {
            throw known;
        } catch (Throwable failed) {
            beside.check(cell);
            throw runtimeErrors.of(failed, cell);
        }
    }

    /** Adds a folder or jar for the compiler and for the running code. */
    public void addToClassPath(String path) {
        shell.addToClasspath(path);
        classPath.add(Path.of(path));
    }

    /** What was added. */
    public List<Path> classPath() {
        return List.copyOf(classPath);
    }

    private Optional<Object> evaluate(List<Origin> row) throws CellException {
        if (row.size() > 1 && evaluateTogether(row)) {
            return Optional.empty();
        }
        Optional<Object> value = Optional.empty();
        for (Origin statement : row) {
            value = evaluate(statement);
        }
        return value;
    }

    /** Compiles statements as one, which takes hardly longer than to compile a single one; if they cannot be, nothing happens. */
    private boolean evaluateTogether(List<Origin> row) throws CellException {
        Origin first = row.get(0);
        Origin last = row.get(row.size() - 1);
        int end = last.offset() + last.source().length();
        Origin all =
                new Origin(first.cell(), first.offset(), first.cell().code().substring(first.offset(), end));
        List<SnippetEvent> events = eval(all, "{" + all.source() + "}");
        boolean rejected = events.stream().anyMatch(event -> event.status() == Snippet.Status.REJECTED);
        if (!rejected) {
            check(events, all);
        }
        return !rejected;
    }

    private Optional<Object> evaluate(Origin origin) throws CellException {
        compileErrors.checkSemicolon(origin);
        List<SnippetEvent> events = eval(origin, origin.source());
        Object value = control.takeValue();
        List<SnippetEvent> own = check(events, origin);
        boolean shown = !CodeScanner.endsWithSemicolon(origin.source())
                && own.stream().anyMatch(event -> isExpression(event.snippet()));
        return shown ? Optional.ofNullable(value) : Optional.empty();
    }

    private List<SnippetEvent> eval(Origin origin, String source) throws CellException {
        interrupter.check(origin.cell());
        runtimeErrors.running(origin);
        values.begin();
        List<SnippetEvent> events = shell.eval(source);
        List<SnippetEvent> restored = former.putBack(events);
        leftovers.note(events);
        resets.note(events);
        resets.note(restored);
        return events;
    }

    /** The events of the statement itself, if nothing went wrong. */
    private List<SnippetEvent> check(List<SnippetEvent> events, Origin origin) throws CellException {
        List<SnippetEvent> own =
                events.stream().filter(event -> event.causeSnippet() == null).collect(Collectors.toList());
        interrupter.check(origin.cell(), own.stream().map(SnippetEvent::exception));
        for (SnippetEvent event : own) {
            Optional<Origin> before = runtimeErrors.origin(event.snippet());
            runtimeErrors.remember(event.snippet(), origin);
            try {
                complain(event, origin);
            } catch (CellException failed) { // the former declaration is back
                before.ifPresent(place -> runtimeErrors.remember(event.snippet(), place));
                throw failed;
            }
        }
        return own;
    }

    private void complain(SnippetEvent event, Origin origin) throws CellException {
        Snippet snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) {
            throw compileErrors.of(snippet, origin);
        }
        if (event.exception() != null) {
            throw runtimeErrors.of(event.exception(), origin.cell());
        }
        if (snippet instanceof DeclarationSnippet declaration && isIncomplete(snippet)) {
            incomplete.put(declaration, origin);
        }
    }

    /** Says which declarations of the cell still wait for others, which may have stood further down. */
    private void checkIncomplete() throws CellException {
        for (Map.Entry<DeclarationSnippet, Origin> waiting : incomplete.entrySet()) {
            if (shell.status(waiting.getKey()) == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                throw compileErrors.missing(waiting.getKey(), waiting.getValue());
            }
            if (isIncomplete(waiting.getKey())) {
                System.out.println(compileErrors.note(waiting.getKey()));
            }
        }
    }

    private boolean isIncomplete(Snippet snippet) {
        Snippet.Status status = shell.status(snippet);
        return status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    }

    private static boolean isExpression(Snippet snippet) {
        return switch (snippet.subKind()) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }

    @Override
    public void close() {
        indexWanted.countDown();
        shell.close();
    }
}
