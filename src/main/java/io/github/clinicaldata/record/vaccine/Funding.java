package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Race;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the Vaccines for Children programme pays for a dose, a row of {@code codes/vfc.csv}.
 *
 * @param code of HL7 table 0064
 * @param meaning of the code
 * @param ages for which there is the code, in whole years
 */
record Funding(Text code, Text meaning, IntRange ages) {
    private static final Map<String, Funding> ALL = new TreeMap<>();

    /** Share of privately insured children whose insurance does not cover vaccines. */
    private static final double UNDERINSURED = 0.03;

    static {
        ReferenceTable.read("codes/vfc.csv").stream()
                .forEach(
                        row ->
                                ALL.put(
                                        row.getField("code"),
                                        new Funding(
                                                Text.of(row.getField("code")),
                                                Text.of(row.getField("meaning")),
                                                IntRange.parse(row.getField("ages")))));
    }

    private static final Funding PRIVATE = of("V01");
    private static final Funding MEDICAID = of("V02");
    private static final Funding UNINSURED = of("V03");
    private static final Funding NATIVE = of("V04");
    private static final Funding UNDER = of("V05");

    private static Funding of(String code) {
        Funding funding = ALL.get(code);
        if (funding == null) {
            throw new IllegalStateException("codes/vfc.csv lacks " + code);
        }
        return funding;
    }

    /**
     * Who pays for a dose of a member.
     *
     * @param age in whole years when it is given
     * @param number a uniform number of the member
     */
    static Funding of(Member member, int age, double number) {
        if (!MEDICAID.ages().contains(age)) {
            return PRIVATE;
        }
        if (member.race() == Race.NATIVE) {
            return NATIVE;
        }
        Coverage coverage = member.coverage();
        if (coverage == null) {
            return UNINSURED;
        }
        if (coverage.type() == CoverageType.MEDICAID) {
            return MEDICAID;
        }
        return number < UNDERINSURED ? UNDER : PRIVATE;
    }
}
