package io.github.clinicaldata.format.x12.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guides whose transactions can be read back, each with a schema in {@code x12/}. */
enum Guide {
    /** Professional claims. */
    PROFESSIONAL("005010X222A1", "837", "HC", "005010X222A1"),
    /** Institutional claims. */
    INSTITUTIONAL("005010X223A2", "837", "HC", "005010X223A2"),
    /** Remittance advices; their ST does not name the guide. */
    REMITTANCE("005010X221A1", "835", "HP", "005010X221A1"),
    /** Eligibility inquiries. */
    INQUIRY("005010X279A1", "270", "HS", "005010X279A1-270"),
    /** Eligibility responses. */
    RESPONSE("005010X279A1", "271", "HB", "005010X279A1-271"),
    /** Claim status requests. */
    STATUS_REQUEST("005010X212", "276", "HR", "005010X212-276"),
    /** Claim status responses. */
    STATUS_RESPONSE("005010X212", "277", "HN", "005010X212-277"),
    /** Benefit enrollments. */
    ENROLLMENT("005010X220A1", "834", "BE", "005010X220A1"),
    /** Answers to files of whatever set. */
    ACKNOWLEDGMENT("005010X231A1", "999", "FA", "005010X231A1"),
    /** Answers to claims. */
    CLAIM_ACKNOWLEDGMENT("005010X214", "277", "HN", "005010X214");

    private static final Map<String, String> CLAIM_LEVELS =
            Map.of("20", "", "22", "20", "23", "22");
    private static final Map<String, String> ELIGIBILITY_LEVELS =
            Map.of("20", "", "21", "20", "22", "21", "23", "22");
    private static final Map<String, String> STATUS_LEVELS =
            Map.of("20", "", "21", "20", "19", "21", "22", "19", "23", "22");

    private static final Map<String, String> ACKNOWLEDGED_LEVELS =
            Map.of("20", "", "21", "20", "19", "21", "PT", "19");

    private final String id;
    private final String set;
    private final String functional;
    private final String file;

    Guide(String id, String set, String functional, String file) {
        this.id = id;
        this.set = set;
        this.functional = functional;
        this.file = file;
    }

    /** The guide of an id as GS08 says it and a set as ST01 says it, or null. */
    static @Nullable Guide of(String id, String set) {
        for (Guide guide : values()) {
            if (guide.id.equals(id) && guide.set.equals(set)) {
                return guide;
            }
        }
        return null;
    }

    /** Whether there is a guide of an id, of whatever set. */
    static boolean isKnown(String id) {
        for (Guide guide : values()) {
            if (guide.id.equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** The path of its schema. */
    String file() {
        return "/x12/" + file + ".xml";
    }

    /** What GS01 says. */
    String functional() {
        return functional;
    }

    /** Whether identifiers in it are those of the file that it answers, right or wrong. */
    private boolean repeatsWhatItAnswers() {
        return this == ACKNOWLEDGMENT || this == CLAIM_ACKNOWLEDGMENT;
    }

    /** Whether ST03 has to say the id again. */
    boolean namedInTransaction() {
        return this != REMITTANCE;
    }

    /**
     * The rules of a transaction.
     *
     * @param sent the day of the group, or {@link Dates#NONE}
     */
    List<Rules> rules(Findings findings, long sent) {
        List<Rules> rules = new ArrayList<>();
        if (!repeatsWhatItAnswers()) {
            rules.add(new IdentifierRules(findings));
        }
        switch (this) {
            case PROFESSIONAL, INSTITUTIONAL -> {
                rules.add(new HierarchyRules(findings, CLAIM_LEVELS));
                rules.add(new ClaimRules(findings, this == PROFESSIONAL, sent));
                rules.add(new CoordinationRules(findings, this == PROFESSIONAL, sent));
            }
            case REMITTANCE -> rules.add(new RemittanceRules(findings));
            case INQUIRY, RESPONSE -> {
                rules.add(new HierarchyRules(findings, ELIGIBILITY_LEVELS));
                rules.add(new EligibilityRules(findings, this == RESPONSE));
            }
            case STATUS_REQUEST, STATUS_RESPONSE ->
                    rules.add(new HierarchyRules(findings, STATUS_LEVELS));
            case ENROLLMENT -> rules.add(new EnrollmentRules(findings));
            case ACKNOWLEDGMENT -> {}
            case CLAIM_ACKNOWLEDGMENT ->
                    rules.add(new HierarchyRules(findings, ACKNOWLEDGED_LEVELS));
        }
        return rules;
    }
}
