package org.chainrule.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs snippets in this process, in threads that can really be stopped, and keeps what they return as objects.
 *
 * <p>The JDK's control hands back values as text only. It is therefore given a method of ours to run, which runs the
 * snippet's and keeps its value.
 */
final class CapturingExecutionControl extends LocalExecutionControl implements ExecutionControlProvider {
    /** How the thread that the JDK starts, which inherits it, finds its work. */
    private static final InheritableThreadLocal<Callable<?>> WORK = new InheritableThreadLocal<>();

    private static final Method RUN_WORK = runWork();

    private volatile Thread running;
    private volatile Object value;
    private volatile Throwable thrown;

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
        clientCodeEnter();
        try {
            run(work);
            return takeValue();
        } catch (InvocationTargetException failed) {
            throw thrown == null ? failed.getCause() : thrown;
        } finally {
            clientCodeLeave();
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        ClassLoader loader = snippet.getDeclaringClass().getClassLoader();
        run(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            return snippet.invoke(null);
        });
        return "";
    }

    private void run(Callable<?> work) throws Exception {
        value = null;
        thrown = null;
        WORK.set(() -> keep(work));
        try {
            super.invoke(RUN_WORK);
        } finally {
            WORK.remove();
            running = null;
        }
    }

    private Object keep(Callable<?> work) throws Exception {
        running = Thread.currentThread();
        try {
            value = work.call();
            return null;
        } catch (InvocationTargetException failed) {
            thrown = failed.getCause();
            throw failed;
        } finally {
            running = null;
        }
    }

    /** The method that the JDK's control runs; its exceptions are those of the work itself. */
    static void work() throws Throwable {
        try {
            WORK.get().call();
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static Method runWork() {
        try {
            Method method = CapturingExecutionControl.class.getDeclaredMethod("work");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public String name() {
        return "chainrule";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }
}
