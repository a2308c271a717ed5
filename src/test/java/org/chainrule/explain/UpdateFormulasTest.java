package org.chainrule.explain;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adagradDualAveraging;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.adamw;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.ftrl;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.proximalAdagrad;
import static org.chainrule.Chainrule.proximalGradientDescent;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.Examples;
import org.chainrule.network.Update;
import org.chainrule.optimizer.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas of every optimizer give the numbers that its rule has computed. */
class UpdateFormulasTest {
    static Stream<Optimizer> optimizers() {
        return Stream.of(
                sgd(exponentialDecay(0.5, 0.9, 1)),
                momentum(0.5),
                momentum(0.5).momentum(0.7).rateOutside(),
                momentum(0.5).lastChange(),
                momentum(0.5).average(),
                nesterov(0.5),
                adagrad(0.5).initialAccumulator(0.1),
                adagrad(0.5).epsilon(0.01).epsilonInsideRoot(),
                rmsprop(0.1),
                rmsprop(0.1).centred().epsilonInsideRoot(),
                rmsprop(0.1).centred().momentum(0.8),
                rmsprop(0.1).momentum(0.9),
                adadelta(1),
                adam(exponentialDecay(0.1, 0.5, 1)),
                adam(0.1).withoutBiasCorrection().epsilonInsideRoot(),
                adamax(0.1),
                nadam(0.1),
                nadam(0.1).momentumDecay(0.004),
                amsgrad(0.1),
                amsgrad(0.1).withoutBiasCorrection(),
                adamw(0.1).weightDecay(0.2),
                ftrl(0.5),
                ftrl(0.5).power(-0.7).beta(0.3).l1(0.01).l2(0.02).shrinkage(0.03),
                proximalGradientDescent(0.5),
                proximalGradientDescent(0.5).l1(0.1).l2(0.2),
                proximalAdagrad(0.5),
                proximalAdagrad(0.5).l1(0.1).l2(0.2),
                adagradDualAveraging(0.5),
                adagradDualAveraging(0.5).l1(0.001).l2(0.2));
    }

    @Test
    void everyOptimizerIsThere() {
        Set<Class<?>> tested = optimizers().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.copyOf(Arrays.asList(Optimizer.class.getPermittedSubclasses())), tested);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theFormulasGiveTheNumbers(Optimizer optimizer) {
        Update step = Examples.worked().forward(1, 2).deltas(y(3)).update(optimizer);
        for (int number = 1; number <= 3; number++) {
            for (String name : step.network().parameters().names().toList()) {
                holds(step, name);
            }
            var deltas = step.network().forward(1, 2).deltas(y(3));
            step = number == 1
                    ? deltas.update(optimizer, step.state())
                    : deltas.regularizer(l2(0.1)).update(optimizer, step.state());
        }
    }

    private static void holds(Update step, String name) {
        Explanation explained = explain(step, name);
        for (Equation equation : explained.equations()) {
            double value = equation.right().value();
            assertEquals(
                    equation.result(),
                    value,
                    1e-12 * Math.max(1e-3, Math.abs(value)),
                    () -> step.optimizer() + " " + equation);
            assertTrue(!equation.toString().contains("NaN"), equation::toString);
        }
        Equation last = explained.equations().get(explained.equations().size() - 1);
        assertEquals(step.newValue(name), last.result());
        assertEquals(1, explained.toLatex().split("\\\\begin\\{aligned\\}", -1).length - 1);
        if (explained.notes().isEmpty()) {
            assertTrue(explained.toLatex().matches("[\\x00-\\x7F]*"), explained::toLatex);
        }
    }

    /** 0.3 + 0.1 as in the first step of Adam: m̂/√v̂ is the sign of the gradient. */
    @Test
    void adamLineByLine() {
        Update step = Examples.worked().forward(1, 2).deltas(y(3)).update(adam(0.1));
        assertEquals("""
                g = ∂Cf/∂w5
                  = −0.337335
                m(new) = β1·m + (1 − β1)·g
                       = 0.9·0 + (1 − 0.9)·(−0.337335)
                       = −0.033734
                v(new) = β2·v + (1 − β2)·g²
                       = 0.999·0 + (1 − 0.999)·(−0.337335)²
                       = 1.137952e−04
                m̂ = m(new)/(1 − β1^(t))
                  = (−0.033734)/(1 − 0.9^(1))
                  = −0.337335
                v̂ = v(new)/(1 − β2^(t))
                  = 1.137952e−04/(1 − 0.999^(1))
                  = 0.113795
                w5(new) = w5 − α·m̂/(√(v̂) + ε)
                        = 0.3 − 0.1·(−0.337335)/(√(0.113795) + 1e−8)
                        = 0.400000""", explain(step, "w5").toText());
    }

    @Test
    void maximaAndRootsInLatex() {
        Update step = Examples.worked().forward(1, 2).deltas(y(3)).update(adamax(0.1));
        assertTrue(
                explain(step, "w5").toLatex().contains("\\max\\left(\\beta_{2} \\cdot u, |g|\\right)"),
                explain(step, "w5").toLatex());
        Update root = Examples.worked().forward(1, 2).deltas(y(3)).update(adagrad(0.1));
        assertTrue(
                explain(root, "w5").toLatex().contains("\\sqrt{G^{(\\mathrm{new})}} + \\varepsilon"),
                explain(root, "w5").toLatex());
    }
}
