package org.chainrule.optimizer;

import org.chainrule.formula.Numbers;
import org.chainrule.schedule.Schedule;

/** Writes an optimizer as it is called: {@code rmsprop(0.01).decay(0.99).epsilonInsideRoot()}; defaults stay unsaid. */
final class Options {
    private final StringBuilder text;

    private Options(String call) {
        text = new StringBuilder(call);
    }

    static Options of(String word, Schedule rate) {
        return new Options(word + "(" + rate + ")");
    }

    Options option(String call, double value, double unsaid) {
        if (value != unsaid) {
            text.append('.')
                    .append(call)
                    .append('(')
                    .append(Numbers.given(value))
                    .append(')');
        }
        return this;
    }

    Options flag(String call, boolean said) {
        if (said) {
            text.append('.').append(call).append("()");
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
