package org.chainrule.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs snippets in this process, in threads that can really be stopped, and keeps what they return as objects, where the
 * JDK's control hands back their text only.
 */
final class CapturingExecutionControl extends DirectExecutionControl implements ExecutionControlProvider {
    private final SnippetClasses classes = new SnippetClasses();
    private final Allocation allocation = new Allocation();
    private volatile CellThreads threads = new CellThreads("kernel", (thread, thrown) -> {});
    private volatile Thread running;
    private Object value;

    /** A cell begins: its code runs in these threads. */
    void begin(CellThreads cell) {
        CellGuard.stopping(false);
        threads = cell;
    }

    /** What the last snippet returned. */
    Object takeValue() {
        Object taken = value;
        value = null;
        return taken;
    }

    /** The thread of user code, {@code null} between snippets. */
    Thread running() {
        return running;
    }

    /** Runs work of the kernel on behalf of a cell, so that it can be stopped like the cell itself. */
    Object call(Callable<?> work) throws Throwable {
        return run(work);
    }

    /** The classes that JShell has made of snippets so far. */
    SnippetClasses classes() {
        return classes;
    }

    @Override
    public void load(ClassBytecodes[] compiled)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        for (ClassBytecodes loaded : compiled) {
            classes.add(loaded.name(), loaded.bytecodes());
        }
        super.load(Stream.of(compiled)
                .map(loaded -> new ClassBytecodes(loaded.name(), CellWeaver.weave(loaded.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    Allocation allocation() {
        return allocation;
    }

    /** What a variable holds now. */
    Object read(String className, String variable) {
        try {
            return field(className, variable).get(null);
        } catch (ReflectiveOperationException nothingHeld) {
            return null;
        }
    }

    /** Frees what a variable holds, if no code can use it any more. */
    void forget(String className, String variable) {
        if (classes.isCaptured(className, variable)) {
            return;
        }
        try {
            Field field = field(className, variable);
            if (!field.getType().isPrimitive()) {
                field.set(null, null);
            }
        } catch (ReflectiveOperationException nothingHeld) {
            return; // a variable that never came to be
        }
    }

    private Field field(String className, String variable) throws ReflectiveOperationException {
        Field field = findClass(className).getDeclaredField(variable);
        field.setAccessible(true);
        return field;
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        value = null;
        try {
            value = run(() -> {
                Thread.currentThread()
                        .setContextClassLoader(snippet.getDeclaringClass().getClassLoader());
                return allocation.measure(() -> snippet.invoke(null));
            });
        } catch (StoppedException stopped) {
            throw stopped;
        } catch (Throwable thrown) {
            throw new InvocationTargetException(thrown); // as the JDK's control expects it
        }
        return "";
    }

    /** Waits for the work only, not for threads that it has started. */
    private Object run(Callable<?> work) throws Throwable {
        Work task = new Work(work);
        Thread thread = new Thread(threads, task, threads.getName());
        running = thread;
        try {
            thread.start();
            thread.join();
            return task.result();
        } finally {
            running = null;
        }
    }

    /** Ends the running cell; to be called until it has ended. */
    @Override
    public void stop() {
        threads.stopAll();
    }

    @Override
    public String name() {
        return "chainrule";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }

    /** Work with what came of it; nothing, if its thread was stopped. */
    private static final class Work implements Runnable {
        private final Callable<?> work;
        private Object value;
        private Throwable thrown = new StoppedException();

        Work(Callable<?> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                value = work.call();
                thrown = null;
            } catch (InvocationTargetException failed) {
                fail(failed.getCause());
            } catch (Throwable failed) {
                fail(failed);
            }
        }

        private void fail(Throwable failed) {
            thrown = CellGuard.isStop(failed) ? thrown : failed;
        }

        Object result() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return value;
        }
    }
}
