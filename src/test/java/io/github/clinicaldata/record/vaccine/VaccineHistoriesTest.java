package io.github.clinicaldata.record.vaccine;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must hold within the vaccinations of each of 58,000 people, a million vaccines until three
 * years after the epoch. The ages and intervals are those of CDC's General Best Practice
 * Guidelines, Table 3-2, written down here once more.
 */
class VaccineHistoriesTest {
    private static final int BLOCKS = 846;
    private static final Population LATEST =
            new Population(
                    42, World.EPOCH, Population.lastAsOf(World.EPOCH), World.POPULATION.knobs());

    private static final Findings FINDINGS = new Findings();
    private static final Map<String, List<Period>> MINIMUM_AGES = new TreeMap<>();
    private static final Map<String, List<Period>> INTERVALS = new TreeMap<>();
    private static final Set<String> LIVE = new TreeSet<>();
    private static final Set<String> OF_SEASONS = Set.of("influenza", "covid-19", "tdap-adult");
    private static long count;

    private static Period days(int days) {
        return Period.ofDays(days);
    }

    private static Period months(int months) {
        return Period.ofMonths(months);
    }

    private static void table() {
        Period never = Period.ZERO;
        List<Period> infant = List.of(days(42), days(70), days(98), months(12));
        List<Period> monthly = List.of(never, days(28), days(28), days(56));
        MINIMUM_AGES.put("dtap", List.of(days(42), days(70), days(98), months(15), months(48)));
        INTERVALS.put("dtap", List.of(never, days(28), days(28), months(6), months(6)));
        MINIMUM_AGES.put("hib", infant);
        INTERVALS.put("hib", List.of(never, days(28), days(28), days(56)));
        MINIMUM_AGES.put("pneumococcal-child", infant);
        INTERVALS.put("pneumococcal-child", monthly);
        MINIMUM_AGES.put("polio", List.of(days(42), days(70), days(98), days(126), months(48)));
        INTERVALS.put("polio", List.of(never, days(28), days(28), days(28), months(6)));
        MINIMUM_AGES.put("rotavirus", List.of(days(42), days(70), days(98)));
        INTERVALS.put("rotavirus", List.of(never, days(28), days(28)));
        MINIMUM_AGES.put("hepatitis-b", List.of(days(0), days(28), days(56), days(168)));
        INTERVALS.put("hepatitis-b", List.of(never, days(28), days(28), days(56)));
        MINIMUM_AGES.put("mmr", List.of(months(12), months(13)));
        INTERVALS.put("mmr", List.of(never, days(28)));
        MINIMUM_AGES.put("varicella", List.of(months(12), months(15)));
        INTERVALS.put("varicella", List.of(never, days(84)));
        MINIMUM_AGES.put("hepatitis-a", List.of(months(12), months(18)));
        INTERVALS.put("hepatitis-a", List.of(never, months(6)));
        MINIMUM_AGES.put("hpv", List.of(months(108), months(113)));
        INTERVALS.put("hpv", List.of(never, months(5)));
        MINIMUM_AGES.put("tdap-adolescent", List.of(months(120)));
        MINIMUM_AGES.put("meningococcal-acwy", List.of(months(120), months(192)));
        INTERVALS.put("meningococcal-acwy", List.of(never, days(56)));
        MINIMUM_AGES.put("meningococcal-b", List.of(months(192), months(198)));
        INTERVALS.put("meningococcal-b", List.of(never, months(6)));
        MINIMUM_AGES.put("zoster", List.of(months(600), months(601)));
        INTERVALS.put("zoster", List.of(never, days(56)));
        MINIMUM_AGES.put("zoster-live", List.of(months(720)));
        MINIMUM_AGES.put("rsv-adult", List.of(months(900)));
        MINIMUM_AGES.put("pneumococcal-adult", List.of(months(600)));
        MINIMUM_AGES.put("influenza", List.of(months(6), months(6).plusDays(28)));
        INTERVALS.put("influenza", List.of(never, days(28)));
        MINIMUM_AGES.put("covid-19", List.of(months(6), months(6).plusDays(28)));
        INTERVALS.put("covid-19", List.of(never, days(28)));
        MINIMUM_AGES.put("covid-19-primary", List.of(months(60), months(60)));
        INTERVALS.put("covid-19-primary", List.of(never, days(21)));
        INTERVALS.put("hepatitis-b-adult", List.of(never, days(28), days(56)));
        INTERVALS.put("hepatitis-a-adult", List.of(never, months(6)));
        for (NamedCsvRecord row : ReferenceTable.read("codes/vaccines.csv").rows()) {
            if (row.getField("live").equals("true")) {
                LIVE.add(row.getField("lot_pattern").substring(0, 5));
            }
        }
    }

    @BeforeAll
    static void readHistories() {
        table();
        count = Histories.over(LATEST, BLOCKS, VaccineHistoriesTest::look);
    }

    private static void look(Member member, List<Vaccine> vaccines) {
        Map<String, LocalDate> last = new TreeMap<>();
        Map<String, LocalDate> first = new TreeMap<>();
        Map<String, Integer> numbers = new TreeMap<>();
        Map<LocalDate, String> places = new TreeMap<>();
        List<LocalDate> liveDays = new ArrayList<>();
        for (Vaccine vaccine : vaccines) {
            for (SeriesDose dose : vaccine.series()) {
                numbered(vaccine, dose, numbers.getOrDefault(dose.code().toString(), 0));
                if (vaccine.given() != null) {
                    spaced(vaccine, dose, last.get(dose.code().toString()), first);
                    last.put(dose.code().toString(), vaccine.date());
                    first.putIfAbsent(dose.code().toString(), vaccine.date());
                    numbers.put(dose.code().toString(), dose.number());
                }
            }
            if (vaccine.given() != null) {
                live(vaccine, liveDays);
                String place = vaccine.setting() + " " + vaccine.provider().npi();
                String known = places.putIfAbsent(vaccine.date(), place);
                FINDINGS.expect(
                        "all vaccines of a day are given in one place",
                        known == null || known.equals(place),
                        vaccine);
            }
        }
        people(member, vaccines);
    }

    private static void numbered(Vaccine vaccine, SeriesDose dose, int before) {
        boolean anew =
                dose.number() == 1 && (before == 0 || OF_SEASONS.contains(dose.code().toString()))
                        || dose.code().toString().endsWith("-pregnancy");
        if (vaccine.given() != null) {
            FINDINGS.expect(
                    "dose numbers count up from one", anew || dose.number() == before + 1, vaccine);
        } else {
            FINDINGS.expect(
                    "what was not given is the next dose",
                    anew || dose.number() == before + 1,
                    vaccine);
        }
    }

    private static void spaced(
            Vaccine vaccine,
            SeriesDose dose,
            @Nullable LocalDate last,
            Map<String, LocalDate> firstOfSeries) {
        String code = dose.code().toString();
        LocalDate birth = vaccine.member().birthDate();
        int place = Math.min(dose.number(), 5) - 1;
        // the last dose has its own rule where combination vaccines bring one more or less
        List<Period> ages = MINIMUM_AGES.get(code);
        if (ages != null) {
            int rule = rule(dose, ages.size(), place);
            FINDINGS.expect(
                    "nobody is younger than the minimum age",
                    !vaccine.date().isBefore(birth.plus(ages.get(rule))),
                    vaccine);
        }
        List<Period> intervals = INTERVALS.get(code);
        if (intervals != null && dose.number() > 1 && last != null) {
            int rule = rule(dose, intervals.size(), place);
            FINDINGS.expect(
                    "doses are as far apart as they must be",
                    !vaccine.date().isBefore(last.plus(intervals.get(rule))),
                    vaccine);
        }
        if (code.equals("hepatitis-b") && dose.number() == dose.of()) {
            LocalDate first = firstOfSeries.get(code);
            FINDINGS.expect(
                    "the last hepatitis B dose is 24 weeks after birth and 16 after the first",
                    !vaccine.date().isBefore(birth.plusWeeks(24))
                            && first != null
                            && !vaccine.date().isBefore(first.plusWeeks(16)),
                    vaccine);
        }
        if (code.equals("rotavirus")) {
            LocalDate latest = dose.number() == 1 ? birth.plusDays(104) : birth.plusMonths(8);
            FINDINGS.expect(
                    "rotavirus vaccine is not given too late",
                    !vaccine.date().isAfter(latest),
                    vaccine);
        }
    }

    private static int rule(SeriesDose dose, int rules, int place) {
        String code = dose.code().toString();
        boolean last = dose.number() == dose.of();
        return switch (code) {
            case "hib" -> last && dose.number() > 1 ? rules - 1 : place;
            case "polio" -> last && dose.number() > 3 ? rules - 1 : Math.min(place, 3);
            default -> Math.min(place, rules - 1);
        };
    }

    private static void live(Vaccine vaccine, List<LocalDate> liveDays) {
        Vaccine.Administration given = vaccine.given();
        if (given == null || !LIVE.contains(given.lotNumber().toString().substring(0, 5))) {
            return;
        }
        for (LocalDate other : liveDays) {
            FINDINGS.expect(
                    "live vaccines are given on one day or 28 days apart",
                    other.equals(vaccine.date()) || !vaccine.date().isBefore(other.plusDays(28)),
                    vaccine);
        }
        liveDays.add(vaccine.date());
    }

    private static void people(Member member, List<Vaccine> vaccines) {
        for (Vaccine vaccine : vaccines) {
            String code = vaccine.series().get(0).code().toString();
            int age = Filters.years(member.birthDate(), vaccine.date());
            if (code.endsWith("-pregnancy")) {
                FINDINGS.expect(
                        "vaccines of pregnancy are given to women who can bear children",
                        member.sex() == Sex.FEMALE && age >= 14 && age <= 50,
                        vaccine);
            }
            if (code.endsWith("-adult")) {
                FINDINGS.expect("adult series are given to adults", age >= 19, vaccine);
            }
            if (vaccine.cvx().toString().equals("135") || vaccine.cvx().toString().equals("197")) {
                FINDINGS.expect("high-dose influenza vaccine is for the old", age >= 65, vaccine);
            }
        }
        Set<String> outcomes = new TreeSet<>();
        for (Vaccine vaccine : vaccines) {
            String what = vaccine.date() + " " + vaccine.series().get(0).code();
            FINDINGS.expect("a series has one outcome a day", outcomes.add(what), vaccine);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dose numbers count up from one",
                "what was not given is the next dose",
                "nobody is younger than the minimum age",
                "doses are as far apart as they must be",
                "the last hepatitis B dose is 24 weeks after birth and 16 after the first",
                "rotavirus vaccine is not given too late",
                "live vaccines are given on one day or 28 days apart",
                "vaccines of pregnancy are given to women who can bear children",
                "adult series are given to adults",
                "all vaccines of a day are given in one place",
                "high-dose influenza vaccine is for the old",
                "a series has one outcome a day"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).hasSize(12);
        assertThat(count).isGreaterThan(1_000_000);
    }
}
