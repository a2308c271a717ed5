package org.chainrule.widget;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chainrule.formula.Given;

/**
 * One of several values: {@code choice("activation", sigmoid(), tanh(), relu())}.
 *
 * @param <T> what is chosen from
 */
public final class Choice<T> extends Control {
    private final List<T> options;
    private volatile int index;

    private Choice(String label, List<T> options) {
        super("choice", label);
        this.options = options;
    }

    /**
     * A choice of which the first option is taken at first.
     *
     * @param label what stands beside it
     * @param options at least one
     * @param <T> what is chosen from
     * @return the choice
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the options are only copied
    public static <T> Choice<T> of(String label, T... options) {
        List<T> all = Given.all("choice()", "something to choose from", options);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("choice(\"" + label + "\") got no options, but it needs at least one.");
        }
        return new Choice<>(label, all);
    }

    /**
     * What is chosen now.
     *
     * @return one of the options
     */
    public T value() {
        return options.get(index);
    }

    /**
     * Which option is chosen now.
     *
     * @return from 0
     */
    public int index() {
        return index;
    }

    /**
     * What there is to choose from.
     *
     * @return all options
     */
    public List<T> options() {
        return options;
    }

    /**
     * Chooses, as the notebook does when a reader does.
     *
     * @param option its index; one that does not exist changes nothing
     */
    public void choose(int option) {
        if (option >= 0 && option < options.size()) {
            index = option;
        }
    }

    /**
     * Runs code when another option was chosen.
     *
     * @param callback takes the option
     * @return this choice
     */
    public Choice<T> onChange(Consumer<? super T> callback) {
        Given.given("onChange()", callback, "code: onChange(option -> …)");
        listen(() -> callback.accept(value()));
        return this;
    }

    @Override
    public String valueText() {
        return value().toString();
    }

    @Override
    public String range() {
        return options.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "choice " + label() + " = " + valueText();
    }
}
