package org.chainrule.kernel.error;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Asks the compiler's parser whether code can stand in a method. */
final class BlockParser {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private BlockParser() {}

    /** Whether statements can be parsed inside of braces; what their names mean is not looked at. */
    static boolean parses(String statements) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Source source = new Source("class Block { void block() { " + statements + "\n} }");
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, found, List.of(), null, List.of(source));
        try {
            task.parse();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found.getDiagnostics().stream().noneMatch(problem -> problem.getKind() == Diagnostic.Kind.ERROR);
    }

    /** A source file in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Block.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
