package org.chainrule.data;

import java.util.List;

/**
 * Several changes, one after the other.
 *
 * @param steps at least one; each fitted on what the one before gives
 */
public record Pipeline(List<Preprocessing> steps) implements Preprocessing {
    public Pipeline {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A pipeline got no steps, but it needs at least one.");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!steps.get(i).features().equals(steps.get(i - 1).outputs())) {
                throw new IllegalArgumentException("then() got a step that was fitted on "
                        + steps.get(i).features() + ", but the step before gives "
                        + steps.get(i - 1).outputs() + ".");
            }
        }
    }

    @Override
    public List<String> features() {
        return steps.get(0).features();
    }

    @Override
    public List<String> outputs() {
        return steps.get(steps.size() - 1).outputs();
    }

    @Override
    public double[] apply(double... sample) {
        double[] changed = sample;
        for (Preprocessing step : steps) {
            changed = step.apply(changed);
        }
        return changed;
    }
}
