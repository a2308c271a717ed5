package org.chainrule.schedule;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * Reduces the rate when the loss stops falling: after {@code patience} epochs without a new smallest loss, α ← α · factor.
 *
 * <p>In a training with validation samples it listens to their loss, in others to that of the training.
 *
 * @param initial the rate at the start
 * @param factor what the rate is multiplied by, above 0 and below 1
 * @param patience epochs without improvement that are borne
 * @param minimumChange how much smaller a loss has to be to count as an improvement
 * @param minimumRate the rate never falls below it
 */
public record ReduceOnPlateau(double initial, double factor, int patience, double minimumChange, double minimumRate)
        implements Schedule {
    /** The default factor: {@value}. */
    public static final double DEFAULT_FACTOR = 0.1;

    /** The default patience: {@value} epochs. */
    public static final int DEFAULT_PATIENCE = 10;

    /** The default smallest improvement: {@value}. */
    public static final double DEFAULT_MINIMUM_CHANGE = 1e-4;

    public ReduceOnPlateau {
        Require.notNegative("reduceOnPlateau() got learning rate", initial);
        Require.positive("factor() got factor", factor);
        Require.upTo1("factor() got factor", factor);
        Require.atLeast1("patience()", patience, "epochs");
        Require.notNegative("minimumChange() got change", minimumChange);
        Require.notNegative("minimumRate() got rate", minimumRate);
    }

    /**
     * A schedule with the default factor {@value #DEFAULT_FACTOR}, patience {@value #DEFAULT_PATIENCE} and smallest
     * improvement {@value #DEFAULT_MINIMUM_CHANGE}.
     *
     * @param initial the rate at the start
     */
    public ReduceOnPlateau(double initial) {
        this(initial, DEFAULT_FACTOR, DEFAULT_PATIENCE, DEFAULT_MINIMUM_CHANGE, 0);
    }

    /**
     * Chooses what the rate is multiplied by.
     *
     * @param value above 0, at most 1; the default is {@value #DEFAULT_FACTOR}
     * @return a new schedule
     */
    public ReduceOnPlateau factor(double value) {
        return new ReduceOnPlateau(initial, value, patience, minimumChange, minimumRate);
    }

    /**
     * Chooses how long to wait.
     *
     * @param epochs at least 1; the default is {@value #DEFAULT_PATIENCE}
     * @return a new schedule
     */
    public ReduceOnPlateau patience(int epochs) {
        return new ReduceOnPlateau(initial, factor, epochs, minimumChange, minimumRate);
    }

    /**
     * Chooses what counts as an improvement.
     *
     * @param change at least 0; the default is {@value #DEFAULT_MINIMUM_CHANGE}
     * @return a new schedule
     */
    public ReduceOnPlateau minimumChange(double change) {
        return new ReduceOnPlateau(initial, factor, patience, change, minimumRate);
    }

    /**
     * Chooses where the rate stops falling.
     *
     * @param rate at least 0
     * @return a new schedule
     */
    public ReduceOnPlateau minimumRate(double rate) {
        return new ReduceOnPlateau(initial, factor, patience, minimumChange, rate);
    }

    @Override
    public double at(long step) {
        return initial;
    }

    @Override
    public double at(long step, Plateau plateau) {
        return plateau.scale() == 1 ? initial : Math.max(minimumRate, initial * plateau.scale());
    }

    @Override
    public Plateau observe(Plateau plateau, double loss) {
        if (loss < plateau.best() - minimumChange) {
            return new Plateau(plateau.scale(), loss, 0);
        }
        int waited = plateau.waited() + 1;
        return waited < patience
                ? new Plateau(plateau.scale(), plateau.best(), waited)
                : new Plateau(plateau.scale() * factor, plateau.best(), 0);
    }

    @Override
    public String toString() {
        return "reduceOnPlateau(" + Numbers.given(initial) + ").factor(" + Numbers.given(factor) + ").patience("
                + patience + ")";
    }
}
