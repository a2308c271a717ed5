package org.chainrule.initializer;

import org.chainrule.math.RandomStream;
import org.chainrule.math.Seed;

/** The two shapes in which weights are drawn, each around zero with a given standard deviation σ. */
public enum Distribution {
    /** N(0, σ): most weights near zero, some far away. */
    NORMAL {
        @Override
        double next(RandomStream random, double sigma) {
            return sigma * random.nextNormal();
        }
    },
    /** U(−a, a): all weights within the bound a = √3·σ. */
    UNIFORM {
        @Override
        double next(RandomStream random, double sigma) {
            double bound = Math.sqrt(3) * sigma;
            return random.nextUniform(-bound, bound);
        }
    };

    abstract double next(RandomStream random, double sigma);

    double[] draw(int count, double sigma, Seed seed) {
        RandomStream random = seed.stream();
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = next(random, sigma);
        }
        return weights;
    }
}
