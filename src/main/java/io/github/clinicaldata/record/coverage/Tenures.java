package io.github.clinicaldata.record.coverage;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When coverage begins and ends: {@code weights/coverage-tenures.csv}. */
final class Tenures {
    private record Tenure(double january, double years, double ended, double ending) {}

    private static final int LONGEST_YEARS = 30;
    private static final int MEDICARE_AGE = 65;
    private static final int ADULT = 18;
    private static final int MONTHS = 12;

    /** Months from disability to Medicare: 5 of waiting and 24 of benefits (42 USC 426(b)). */
    private static final int YOUNGEST_DISABLED = 21;

    private final Tenure[] tenures = new Tenure[CoverageType.values().length];

    Tenures() {
        ReferenceTable table = ReferenceTable.read("weights/coverage-tenures.csv");
        for (CoverageType type : CoverageType.values()) {
            table.stream()
                    .filter(row -> row.getField("coverage").equals(type.code().toString()))
                    .findFirst()
                    .ifPresent(
                            row ->
                                    tenures[type.ordinal()] =
                                            new Tenure(
                                                    number(row, "january_share"),
                                                    number(row, "years"),
                                                    number(row, "ended_share"),
                                                    number(row, "ending_share")));
        }
    }

    /** The first day of a coverage, on or before the epoch and not before birth. */
    LocalDate effectiveDate(
            CoverageType type, LocalDate birthDate, LocalDate epoch, RandomStream stream) {
        LocalDate date =
                type == CoverageType.MEDICARE
                        ? medicareDate(birthDate, epoch, stream)
                        : policyDate(tenures[type.ordinal()], epoch, stream);
        LocalDate earliest = type.coversDependents() ? ofAge(birthDate, epoch) : birthDate;
        return date.isBefore(earliest) ? earliest : date;
    }

    /** Nobody holds a policy before the month after the 18th birthday. */
    private static LocalDate ofAge(LocalDate birthDate, LocalDate epoch) {
        LocalDate monthAfter = birthDate.plusYears(ADULT).withDayOfMonth(1).plusMonths(1);
        return monthAfter.isAfter(epoch) ? epoch : monthAfter;
    }

    private static LocalDate policyDate(Tenure tenure, LocalDate epoch, RandomStream stream) {
        int monthsBack = stream.chance(tenure.january()) ? 0 : stream.between(1, MONTHS - 1);
        double stay = tenure.years() / (1 + tenure.years());
        int years = 0;
        while (years < LONGEST_YEARS && stream.chance(stay)) {
            years++;
        }
        if (monthsBack == 0) {
            return LocalDate.of(epoch.getYear() - years, 1, 1);
        }
        return LocalDate.of(epoch.getYear() - years - 1, MONTHS + 1 - monthsBack, 1);
    }

    /**
     * Entitlement begins with the month of the 65th birthday, a month earlier for those born on the
     * first (42 CFR 406.10 with 20 CFR 404.2(c)(4)); for the disabled at any age before.
     */
    private static LocalDate medicareDate(
            LocalDate birthDate, LocalDate epoch, RandomStream stream) {
        LocalDate byAge = birthDate.plusYears(MEDICARE_AGE).minusDays(1).withDayOfMonth(1);
        if (!byAge.isAfter(epoch)) {
            return byAge;
        }
        int months = stream.between(1, 8 * 12);
        LocalDate byDisability = epoch.withDayOfMonth(1).minusMonths(months);
        LocalDate earliest = birthDate.plusYears(YOUNGEST_DISABLED).withDayOfMonth(1);
        LocalDate date = byDisability.isBefore(earliest) ? earliest : byDisability;
        return date.isAfter(epoch) ? epoch.withDayOfMonth(1) : date;
    }

    /** The last day of a coverage, or null where none is set within a year from the epoch. */
    @Nullable LocalDate lastDay(
            CoverageType type, LocalDate effective, LocalDate epoch, RandomStream stream) {
        Tenure tenure = tenures[type.ordinal()];
        double fate = stream.nextDouble();
        int months = stream.between(1, 12);
        if (fate >= tenure.ended() + tenure.ending()) {
            return null;
        }
        int monthsAhead = fate < tenure.ended() ? 1 - months : months;
        LocalDate end = epoch.withDayOfMonth(1).plusMonths(monthsAhead).minusDays(1);
        return end.isAfter(effective) ? end : null;
    }
}
