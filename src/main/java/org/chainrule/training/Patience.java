package org.chainrule.training;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * Early stopping: stops when the loss has not improved for a number of epochs, and goes back to the best parameters.
 *
 * <p>Source: slides "Training DNN Models", early stopping with patience p.
 *
 * @param epochs how many epochs without improvement end the training, at least 1
 * @param leastImprovement by how much a loss must be below the best one to count as better, at least 0
 */
public record Patience(int epochs, double leastImprovement) implements StopRule {
    public Patience {
        Require.atLeast1("patience()", epochs, "epochs");
        if (!(leastImprovement >= 0)) {
            throw new IllegalArgumentException(
                    "patience() got the least improvement " + leastImprovement + ", but it needs at least 0.");
        }
    }

    @Override
    public Watch watch() {
        return new Watch() {
            private double best = Double.POSITIVE_INFINITY;
            private int waited;

            @Override
            public boolean stopsAt(double loss) {
                boolean better = loss < best - leastImprovement;
                waited = better ? 0 : waited + 1;
                best = better ? loss : best;
                return waited >= epochs;
            }

            @Override
            public boolean keepsThis() {
                return waited == 0;
            }
        };
    }

    @Override
    public String toString() {
        return "patience(" + epochs + (leastImprovement > 0 ? ", " + Numbers.given(leastImprovement) : "") + ")";
    }
}
