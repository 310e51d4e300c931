package io.github.clinicaldata.record.coverage;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.WeightedTexts;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws coverages: payer, product, group and dates. */
public final class Coverages {
    private static final Text FEE_FOR_SERVICE = Text.of("FFS");
    private static final Text DUAL_PLAN = Text.of("MA-SNP");
    private static final int GROUP_DIGITS = 6;

    /** Share of those with Original Medicare alone who have no plan of Part D. */
    private static final double WITHOUT_DRUG_PLAN = 0.2;

    /** The first day of Medicare Part D. */
    private static final LocalDate PART_D = LocalDate.of(2006, 1, 1);

    private final Payers payers = Payers.standard();
    private final Tenures tenures = new Tenures();
    private final List<@Nullable WeightedTexts> products = new ArrayList<>();
    private final WeightedTexts dualProducts;
    private final WeightedTexts metals;
    private final WeightedTexts employers;
    private final int[] employerHashes;

    /** Reads the tables. */
    public Coverages() {
        ReferenceTable table = ReferenceTable.read("weights/products.csv");
        for (CoverageType type : CoverageType.values()) {
            products.add(type == CoverageType.UNINSURED ? null : products(table, type, false));
        }
        dualProducts = products(table, CoverageType.MEDICARE, true);
        metals =
                WeightedTexts.of(
                        ReferenceTable.read("weights/metal.csv").rows(),
                        row -> row.getField("metal"),
                        row -> number(row, "share"));
        employers =
                WeightedTexts.of(
                        ReferenceTable.read("weights/employers.csv").rows(),
                        row -> row.getField("name"),
                        row -> number(row, "weight"));
        employerHashes = employers.texts().stream().mapToInt(Text::hashCode).toArray();
    }

    /**
     * Special needs plans are for those who have Medicaid too: about half of them are in one, and
     * nobody else is.
     */
    private static WeightedTexts products(ReferenceTable table, CoverageType type, boolean dual) {
        return WeightedTexts.of(
                table.stream()
                        .filter(row -> row.getField("coverage").equals(type.code().toString()))
                        .toList(),
                row -> row.getField("product"),
                row -> {
                    double share = number(row, "share");
                    if (!row.getField("product").equals(DUAL_PLAN.toString())) {
                        return share;
                    }
                    return dual ? 1 - share : 0;
                });
    }

    /** The products of all types of coverage, each once, in the order of the table. */
    public List<String> productNames() {
        return products.stream()
                .flatMap(ofType -> ofType == null ? Stream.of() : ofType.texts().stream())
                .map(Text::toString)
                .distinct()
                .toList();
    }

    /**
     * Draws a coverage.
     *
     * @param type any but uninsured
     * @param dual whether a Medicare beneficiary has Medicaid too
     * @param birthDate of the policyholder
     * @param market decides on product and payer
     * @param stream decides on the rest
     */
    public Coverage draw(
            CoverageType type,
            boolean dual,
            LocalDate birthDate,
            State state,
            Population population,
            RandomStream market,
            RandomStream stream,
            TextBuilder builder) {
        WeightedTexts ofType = products.get(type.ordinal());
        if (ofType == null) {
            throw new IllegalArgumentException("There is no product for " + type);
        }
        Text product = (dual && type == CoverageType.MEDICARE ? dualProducts : ofType).pick(market);
        Payer payer = payers.pick(type, product.equals(FEE_FOR_SERVICE), state, market);
        Text metal = type == CoverageType.EXCHANGE ? metals.pick(stream) : null;
        Text employer = null;
        Text group = null;
        if (type == CoverageType.EMPLOYER) {
            int position = employers.pickPosition(stream);
            employer = employers.text(position);
            group = groupNumber(payer, employerHashes[position], builder);
        }
        LocalDate effective = tenures.effectiveDate(type, birthDate, population.epoch(), stream);
        LocalDate lastDay = tenures.lastDay(type, effective, population.epoch(), stream);
        LocalDate known = lastDay == null || lastDay.isAfter(population.asOf()) ? null : lastDay;
        return new Coverage(
                type,
                payer,
                product,
                metal,
                group,
                employer,
                effective,
                known,
                status(known, population),
                lastDay);
    }

    /**
     * Draws the plan of Medicare Part D of somebody who has Original Medicare: about a fifth of
     * those without Medicaid have none; those with Medicaid are enrolled by CMS.
     *
     * <p>Source: MedPAC, Report to the Congress, March 2024, chapter on Part D (about four fifths
     * of Medicare beneficiaries are in Part D; 10 percent have other creditable coverage);
     * approximate.
     *
     * @param medicare Original Medicare
     * @return null for those who have none
     */
    public @Nullable Coverage drugPlan(
            Coverage medicare,
            boolean dual,
            State state,
            Population population,
            RandomStream stream) {
        if (!dual && stream.chance(WITHOUT_DRUG_PLAN)) {
            return null;
        }
        LocalDate from = medicare.effectiveDate();
        if (from.isBefore(PART_D)) {
            from = PART_D;
        }
        LocalDate lastDay = medicare.lastDay();
        if (from.isAfter(population.epoch()) || lastDay != null && lastDay.isBefore(from)) {
            return null;
        }
        return new Coverage(
                CoverageType.MEDICARE,
                payers.pickDrugPlan(state, stream),
                Coverage.DRUG_PLAN,
                null,
                null,
                null,
                from,
                medicare.terminationDate(),
                medicare.status(),
                lastDay);
    }

    private static CoverageStatus status(@Nullable LocalDate end, Population population) {
        return end == null || !end.isBefore(population.asOf())
                ? CoverageStatus.ACTIVE
                : CoverageStatus.TERMINATED;
    }

    /** An employer has one group number at a payer, wherever its people live. */
    private static Text groupNumber(Payer payer, int employerHash, TextBuilder builder) {
        long hash = Mixer.combine(employerHash, payer.ordinal());
        return builder.start().append('G').digits(hash >>> 1, GROUP_DIGITS).build();
    }

    /**
     * The same coverage for a dependent, whose own begins at birth if that is later.
     *
     * @param birthDate not after the policy's last day
     */
    public static Coverage forDependent(Coverage policy, LocalDate birthDate) {
        if (!birthDate.isAfter(policy.effectiveDate())) {
            return policy;
        }
        return new Coverage(
                policy.type(),
                policy.payer(),
                policy.product(),
                policy.metalLevel(),
                policy.groupNumber(),
                policy.groupName(),
                birthDate,
                policy.terminationDate(),
                policy.status(),
                policy.lastDay());
    }
}
