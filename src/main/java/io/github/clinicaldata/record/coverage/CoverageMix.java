package io.github.clinicaldata.record.coverage;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mix of coverage by age and income: {@code weights/incomes.csv}, {@code weights/coverage.csv}
 * and {@code weights/dual.csv}.
 *
 * <p>A household draws one number; each of its people reads it against the shares of the own age
 * group. So families mostly share a coverage, and each age group still follows the table.
 */
public final class CoverageMix {
    /** Income of a household in percent of the federal poverty level, as the tables band it. */
    public static final List<String> BANDS =
            List.of("under_100", "100_137", "138_199", "200_399", "over_400");

    private static final int[] GROUP_STARTS = {0, 19, 26, 65};
    private static final CoverageType[] TYPES = CoverageType.values();

    /** Indexed by group of age, band and type. */
    private final double[][][] shares = new double[GROUP_STARTS.length][BANDS.size()][TYPES.length];

    private final double[][] dual = new double[GROUP_STARTS.length][BANDS.size()];
    private final Map<String, AliasTable> incomes = new TreeMap<>();

    /** Reads the tables. */
    public CoverageMix() {
        ReferenceTable.read("weights/coverage.csv").stream()
                .forEach(
                        row ->
                                shares[group(integer(row, "age_from"))][
                                                BANDS.indexOf(row.getField("band"))][
                                                type(row.getField("coverage")).ordinal()] =
                                        number(row, "share"));
        ReferenceTable.read("weights/dual.csv").stream()
                .forEach(
                        row ->
                                dual[group(integer(row, "age_from"))][
                                                BANDS.indexOf(row.getField("band"))] =
                                        number(row, "share"));
        ReferenceTable table = ReferenceTable.read("weights/incomes.csv");
        table.stream()
                .map(row -> row.getField("type"))
                .distinct()
                .forEach(
                        type -> {
                            double[] weights = new double[BANDS.size()];
                            table.stream()
                                    .filter(row -> row.getField("type").equals(type))
                                    .forEach(
                                            row ->
                                                    weights[BANDS.indexOf(row.getField("band"))] =
                                                            number(row, "share"));
                            incomes.put(type, AliasTable.of(weights));
                        });
    }

    private static CoverageType type(String code) {
        for (CoverageType type : TYPES) {
            if (type.code().toString().equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException("Unknown coverage " + code);
    }

    private static int group(int age) {
        int group = GROUP_STARTS.length - 1;
        while (age < GROUP_STARTS[group]) {
            group--;
        }
        return group;
    }

    /** The incomes of a type of household; {@code senior} where its head is 65 or older. */
    public AliasTable incomes(String householdType) {
        AliasTable table = incomes.get(householdType);
        if (table == null) {
            throw new IllegalArgumentException("No incomes for " + householdType);
        }
        return table;
    }

    /** The share of people of an age and income band who have a type of coverage. */
    public double share(int age, int band, CoverageType type) {
        return shares[group(age)][band][type.ordinal()];
    }

    /**
     * The coverage of a person.
     *
     * @param age in years
     * @param band the household's income band
     * @param household the household's number, 0 to 1
     * @param stream the person's own stream, which decides on Medicare
     */
    public CoverageType pick(int age, int band, double household, RandomStream stream) {
        double[] share = shares[group(age)][band];
        double medicare = share[CoverageType.MEDICARE.ordinal()];
        if (stream.chance(medicare)) {
            return CoverageType.MEDICARE;
        }
        double rest = household * (1 - medicare);
        for (CoverageType type : TYPES) {
            if (type == CoverageType.MEDICARE) {
                continue;
            }
            rest -= share[type.ordinal()];
            if (rest < 0) {
                return type;
            }
        }
        return CoverageType.UNINSURED;
    }

    /** Whether a Medicare beneficiary has Medicaid too. */
    public boolean isDual(int age, int band, RandomStream stream) {
        return stream.chance(dual[group(age)][band]);
    }
}
