package io.github.clinicaldata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how often each rule holds over very many records, so that one pass serves many tests and a
 * broken rule shows its first breakers.
 */
public final class Findings {
    private static final int SHOWN = 3;

    private static final class Rule {
        private long held;
        private long broken;
        private final List<Object> first = new ArrayList<>();
    }

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /** Notes that a rule applies to a record, and whether it holds. */
    public void expect(String rule, boolean holds, Object record) {
        Rule found = rules.computeIfAbsent(rule, name -> new Rule());
        if (holds) {
            found.held++;
        } else if (found.broken++ < SHOWN) {
            found.first.add(record);
        }
    }

    /** Fails when a rule was ever broken, or never applied. */
    public void assertHolds(String rule) {
        Rule found = rules.get(rule);
        assertThat(found).as("%s: never applied", rule).isNotNull();
        assertThat(found.broken)
                .as(
                        "%s: broken %d times of %d, first by %s",
                        rule, found.broken, found.held + found.broken, found.first)
                .isZero();
    }

    /** The names of all rules that applied. */
    public List<String> rules() {
        return List.copyOf(rules.keySet());
    }
}
