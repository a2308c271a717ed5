package org.chainrule.schedule;

import org.chainrule.formula.Require;

/**
 * Warm-up: the rate climbs in equal parts to the first rate of another schedule, which then starts from its step 0.
 *
 * <p>α(t) = then(0) · (t + 1) / steps for t &lt; steps, then(t − steps) afterwards.
 *
 * @param steps how many steps the climb takes
 * @param then the schedule after it
 */
public record WarmUp(long steps, Schedule then) implements Schedule {
    public WarmUp {
        Require.atLeast1("warmUp()", steps, "steps");
    }

    @Override
    public double at(long step) {
        return at(step, Plateau.NONE);
    }

    @Override
    public double at(long step, Plateau plateau) {
        return step < steps ? then.at(0, plateau) * (step + 1) / steps : then.at(step - steps, plateau);
    }

    @Override
    public Plateau observe(Plateau plateau, double loss) {
        return then.observe(plateau, loss);
    }

    @Override
    public String toString() {
        return "warmUp(" + steps + ", " + then + ")";
    }
}
