package org.chainrule.bench;

import static org.chainrule.Chainrule.*;

import java.util.Random;
import org.chainrule.activation.Activation;
import org.chainrule.network.Network;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.training.Training;

/** The trainings that are measured; {@code bench/workloads.py} has the same for PyTorch, JAX and NumPy. */
public enum Workload {
    WORKED_EXAMPLE("2-2-1 b1", 1) {
        @Override
        Training describe() {
            Network net = network()
                    .inputs(2)
                    .layer(2)
                    .activation(sigmoid())
                    .weights(new double[] {0.1, 0.1}, new double[] {0.2, 0.2})
                    .layer(1)
                    .activation(sigmoid())
                    .weights(new double[] {0.3, 0.4})
                    .loss(halfSquaredError());
            return training(net).sample(x(1, 2), y(0.5)).optimizer(sgd(0.5));
        }
    },
    SMALL("2-16-16-2 b10", 10) {
        @Override
        Training describe() {
            return classes(dense(tanh(), 2, 16, 16, 2), sgd(RATE));
        }
    },
    SMALL_LARGE_BATCH("2-16-16-2 b500", 500) {
        @Override
        Training describe() {
            return classes(dense(tanh(), 2, 16, 16, 2), sgd(RATE));
        }
    },
    MEDIUM("64-64-32-10 b32", 32) {
        @Override
        Training describe() {
            return classes(dense(relu(), 64, 64, 32, 10), sgd(RATE));
        }
    },
    DIGITS("784-128-64-10 b64", 64) {
        @Override
        Training describe() {
            return classes(dense(relu(), 784, 128, 64, 10), sgd(RATE));
        }
    },
    DIGITS_ADAM("784-128-64-10 b64 Adam", 64) {
        @Override
        Training describe() {
            return classes(dense(relu(), 784, 128, 64, 10), adam(0.001));
        }
    },
    LARGE("784-1024-1024-10 b128", 128) {
        @Override
        Training describe() {
            return classes(dense(relu(), 784, 1024, 1024, 10), sgd(RATE));
        }
    },
    CONVOLUTION("conv 8@3x3 b32", 32) {
        @Override
        Training describe() {
            Network net = network()
                    .inputs(image(1, 28, 28))
                    .conv2d(8, 3)
                    .activation(relu())
                    .init(he(seed(1)))
                    .maxPool(2)
                    .flatten()
                    .layer(10)
                    .activation(softmax())
                    .init(he(seed(2)))
                    .loss(categoricalCrossEntropy());
            return classes(net, sgd(RATE));
        }
    };

    private static final double RATE = 0.01;

    private final String title;
    private final int batch;

    Workload(String title, int batch) {
        this.title = title;
        this.batch = batch;
    }

    /** One step is one epoch: forward, loss, backward, update with the whole batch. */
    abstract Training describe();

    /**
     * The name that all programs use.
     *
     * @return shape of the network and batch
     */
    public String title() {
        return title;
    }

    static Workload of(String title) {
        for (Workload workload : values()) {
            if (workload.title.equals(title)) {
                return workload;
            }
        }
        throw new IllegalArgumentException("There is no workload " + title + ".");
    }

    Training classes(Network net, Optimizer optimizer) {
        int inputs = net.inputs().size();
        int outputs = net.outputLayer().units().size();
        Random random = new Random(1);
        double[][] samples = new double[batch][];
        double[][] targets = new double[batch][outputs];
        for (int i = 0; i < batch; i++) {
            samples[i] = random.doubles(inputs).toArray();
            targets[i][i % outputs] = 1;
        }
        return training(net).samples(samples, targets).optimizer(optimizer);
    }

    private static Network dense(Activation hidden, int... units) {
        var layer =
                network().inputs(units[0]).layer(units[1]).activation(hidden).init(xavier(seed(1)));
        for (int i = 2; i < units.length - 1; i++) {
            layer = layer.layer(units[i]).activation(hidden).init(xavier(seed(i)));
        }
        return layer.layer(units[units.length - 1])
                .activation(softmax())
                .init(xavier(seed(0)))
                .loss(categoricalCrossEntropy());
    }
}
