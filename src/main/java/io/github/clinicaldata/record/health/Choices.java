package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.random.Mixer;
import java.util.Arrays;

/** Tells which of the visits that exclude each other take place. Used again and again. */
final class Choices {
    private static final int MOST = 16;

    private final double[] spent = new double[MOST];

    /** Starts anew with the rules of another condition. */
    void clear() {
        Arrays.fill(spent, 0);
    }

    /**
     * Whether a rule is the one of its choice on which a uniform number falls. Asked for the rules
     * that fit a member in their order.
     *
     * @param key of the condition or check-up
     */
    boolean isChosen(VisitRule rule, long key) {
        double uniform = Uniforms.of(key, -1 - rule.choice());
        double before = spent[rule.choice()];
        spent[rule.choice()] = before + rule.share();
        return uniform >= before && uniform < before + rule.share();
    }

    /** The key of a rule's own random numbers. */
    static long key(long key, int rule) {
        return Mixer.combine(key, rule);
    }

    /** The days from the start of an episode to the first visit of a rule. */
    static int after(VisitRule rule, long ruleKey) {
        int spare = rule.after().high() - rule.after().low() + 1;
        return rule.after().low() + (int) (Uniforms.of(ruleKey, 2) * spare);
    }
}
