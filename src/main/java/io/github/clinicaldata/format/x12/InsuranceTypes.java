package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.coverage.Coverage;

/** What kind of insurance a coverage is, as EB04 says it. */
final class InsuranceTypes {
    private static final Literal MEDICARE = Literal.of("MB");
    private static final Literal MEDICARE_ADVANTAGE = Literal.of("HN");
    private static final Literal MEDICAID = Literal.of("MC");
    private static final Literal PPO = Literal.of("PR");
    private static final Literal POS = Literal.of("PS");
    private static final Literal EPO = Literal.of("EP");
    private static final Literal HMO = Literal.of("HM");
    private static final Literal COMMERCIAL = Literal.of("C1");

    private InsuranceTypes() {}

    /** The code of a coverage. */
    static Literal of(Coverage coverage) {
        String product = coverage.product().toString();
        return switch (coverage.type()) {
            case MEDICARE -> product.equals("FFS") ? MEDICARE : MEDICARE_ADVANTAGE;
            case MEDICAID -> MEDICAID;
            default ->
                    switch (product) {
                        case "PPO" -> PPO;
                        case "POS" -> POS;
                        case "EPO" -> EPO;
                        case "HMO" -> HMO;
                        default -> COMMERCIAL;
                    };
        };
    }
}
