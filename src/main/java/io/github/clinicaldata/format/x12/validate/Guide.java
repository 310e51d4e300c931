package io.github.clinicaldata.format.x12.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guides whose transactions can be read back, each with a schema in {@code x12/}. */
enum Guide {
    /** Professional claims. */
    PROFESSIONAL("005010X222A1", "837", "HC", true),
    /** Institutional claims. */
    INSTITUTIONAL("005010X223A2", "837", "HC", true);

    private final String id;
    private final String set;
    private final String functional;
    private final boolean namedInTransaction;

    Guide(String id, String set, String functional, boolean namedInTransaction) {
        this.id = id;
        this.set = set;
        this.functional = functional;
        this.namedInTransaction = namedInTransaction;
    }

    /** The guide of an id as GS08 says it, or null. */
    static @Nullable Guide of(String id) {
        for (Guide guide : values()) {
            if (guide.id.equals(id)) {
                return guide;
            }
        }
        return null;
    }

    /** The id with its addenda. */
    String id() {
        return id;
    }

    /** The number of its set, as ST01 says it. */
    String set() {
        return set;
    }

    /** What GS01 says. */
    String functional() {
        return functional;
    }

    /** Whether ST03 has to say the id again. */
    boolean namedInTransaction() {
        return namedInTransaction;
    }

    /** The rules of a transaction. */
    List<Rules> rules(Findings findings, long sent) {
        List<Rules> rules = new ArrayList<>();
        rules.add(new IdentifierRules(findings));
        switch (this) {
            case PROFESSIONAL, INSTITUTIONAL -> {
                rules.add(
                        new HierarchyRules(findings, Map.of("20", "", "22", "20", "23", "22")));
                rules.add(new ClaimRules(findings, this == PROFESSIONAL, sent));
            }
        }
        return rules;
    }
}
