package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.coverage.Coverage;

/** What kind of payer a claim goes to, as SBR09 says it. */
final class FilingIndicators {
    private static final Literal MEDICARE_A = Literal.of("MA");
    private static final Literal MEDICARE_B = Literal.of("MB");
    private static final Literal MEDICARE_ADVANTAGE = Literal.of("16");
    private static final Literal MEDICAID = Literal.of("MC");
    private static final Literal OTHER_FEDERAL = Literal.of("OF");
    private static final Literal PPO = Literal.of("12");
    private static final Literal POS = Literal.of("13");
    private static final Literal EPO = Literal.of("14");
    private static final Literal HMO = Literal.of("HM");
    private static final Literal COMMERCIAL = Literal.of("CI");

    private FilingIndicators() {}

    /** The indicator of a coverage. */
    static Literal of(Coverage coverage, boolean inpatient) {
        boolean original = coverage.product().length() == 3 && coverage.product().byteAt(0) == 'F';
        return switch (coverage.type()) {
            case MEDICARE -> {
                if (coverage.product().equals(Coverage.DRUG_PLAN)) {
                    yield OTHER_FEDERAL;
                }
                yield original ? inpatient ? MEDICARE_A : MEDICARE_B : MEDICARE_ADVANTAGE;
            }
            case MEDICAID -> MEDICAID;
            default ->
                    switch (coverage.product().byteAt(0) << 8 | coverage.product().byteAt(1)) {
                        case 'P' << 8 | 'P' -> PPO;
                        case 'P' << 8 | 'O' -> POS;
                        case 'E' << 8 | 'P' -> EPO;
                        case 'H' << 8 | 'M' -> HMO;
                        default -> COMMERCIAL;
                    };
        };
    }
}
