package io.github.clinicaldata.record.vaccine;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.world.Holidays;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.Tables;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of each of a million vaccines by itself. */
class VaccineRulesTest {
    private static final Findings FINDINGS = new Findings();
    private static final Map<String, String> CVX = new TreeMap<>();
    private static final Map<String, String> MVX = new TreeMap<>();
    private static final Map<String, String> LOTS = new TreeMap<>();
    private static final int LOT_PREFIX = 5;
    private static final Map<String, NamedCsvRecord> PRODUCTS = new TreeMap<>();
    private static final Set<String> NDC = new TreeSet<>();
    private static final Set<Long> IDS = new HashSet<>();
    private static final Population LATER =
            new Population(42, World.EPOCH, World.EPOCH.plusDays(500), World.POPULATION.knobs());
    private static int given;

    @BeforeAll
    static void readVaccines() {
        for (NamedCsvRecord row : Tables.rows("codes/cvx.csv", any -> true)) {
            CVX.put(row.getField("cvx"), row.getField("short_description"));
        }
        for (NamedCsvRecord row : Tables.rows("codes/mvx.csv", any -> true)) {
            MVX.put(row.getField("mvx"), row.getField("manufacturer"));
        }
        for (NamedCsvRecord row : Tables.rows("codes/vaccines.csv", any -> true)) {
            NDC.add(row.getField("ndc"));
            PRODUCTS.put(row.getField("lot_pattern").substring(0, LOT_PREFIX), row);
        }
        Sweep.over(World.VACCINES, World.POPULATION, Sweep.MILLION, VaccineRulesTest::look);
    }

    private static void look(Vaccine vaccine) {
        IDS.add(vaccine.id().low() ^ vaccine.id().high());
        order(vaccine);
        outcome(vaccine);
        funding(vaccine);
        place(vaccine);
        FINDINGS.expect(
                "the text is that of the CVX code",
                vaccine.description().toString().equals(CVX.get(vaccine.cvx().toString())),
                vaccine);
        FINDINGS.expect(
                "dose numbers are within their series",
                !vaccine.series().isEmpty()
                        && vaccine.series().stream()
                                .allMatch(d -> d.number() >= 1 && d.number() <= d.of()),
                vaccine);
        Vaccine.Administration dose = vaccine.given();
        if (dose != null) {
            given++;
            product(vaccine, dose);
            lot(vaccine, dose);
            site(vaccine, dose);
        }
    }

    private static void order(Vaccine vaccine) {
        LocalDate birth = vaccine.member().birthDate();
        FINDINGS.expect(
                "nothing happens before birth or after the as_of date",
                !vaccine.registrationDate().isBefore(birth)
                        && !vaccine.date().isAfter(World.POPULATION.asOf()),
                vaccine);
        boolean ordered = !vaccine.registrationDate().isAfter(vaccine.date());
        if (vaccine.appointment() != null) {
            ordered &=
                    !vaccine.registrationDate().isAfter(vaccine.appointment().toLocalDate())
                            && (vaccine.given() == null
                                    || vaccine.appointment().isBefore(vaccine.given().at())
                                            && vaccine.appointment()
                                                    .toLocalDate()
                                                    .equals(vaccine.date()));
        }
        FINDINGS.expect("registration, appointment and dose follow each other", ordered, vaccine);
    }

    private static void outcome(Vaccine vaccine) {
        boolean completed = vaccine.status() == VaccineStatus.COMPLETED;
        FINDINGS.expect(
                "only what was given has a product and a lot, and only what was not a reason",
                completed == (vaccine.given() != null)
                        && completed == (vaccine.reason() == null)
                        && completed == (vaccine.reasonCode() == null),
                vaccine);
        if (!completed) {
            FINDINGS.expect(
                    "what was not given had an appointment",
                    vaccine.appointment() != null,
                    vaccine);
        }
        if (vaccine.status() == VaccineStatus.REFUSED) {
            int age = Filters.years(vaccine.member().birthDate(), vaccine.date());
            String code = Objects.requireNonNull(vaccine.reasonCode()).toString();
            FINDINGS.expect(
                    "parents decline for children, and patients for themselves",
                    code.matches("0[0-3]")
                            && (age >= 18 || !code.equals("03"))
                            && (age < 18 || !code.equals("00")),
                    vaccine);
        }
    }

    private static void funding(Vaccine vaccine) {
        int age = Filters.years(vaccine.member().birthDate(), vaccine.date());
        String code = vaccine.fundingCode().toString();
        FINDINGS.expect(
                "the programme for children pays for children",
                age <= 18 ? code.matches("V0[1-5]") : code.equals("V01"),
                vaccine);
        boolean uninsured = vaccine.member().coverage() == null;
        if (age <= 18) {
            FINDINGS.expect(
                    "it pays for children without insurance",
                    !uninsured || code.equals("V03") || code.equals("V04"),
                    vaccine);
        }
    }

    private static void place(Vaccine vaccine) {
        State home = vaccine.member().address().place().state();
        FINDINGS.expect(
                "vaccines are given in the member's own state",
                vaccine.provider().address().place().state().equals(home),
                vaccine);
        LocalDate day = vaccine.date();
        boolean holiday =
                day.getMonthValue() == 12 && day.getDayOfMonth() == 25
                        || day.getMonthValue() == 1 && day.getDayOfMonth() == 1
                        || day.getMonthValue() == 7 && day.getDayOfMonth() == 4;
        switch (vaccine.setting()) {
            case OFFICE, HEALTH_DEPARTMENT, SCHOOL, WORKPLACE ->
                    FINDINGS.expect(
                            "offices and schools are closed at weekends and on holidays",
                            Holidays.isWorkday((int) day.toEpochDay()),
                            vaccine);
            case PHARMACY ->
                    FINDINGS.expect("pharmacies are closed on holidays", !holiday, vaccine);
            case HOSPITAL, NURSING_FACILITY -> {}
        }
        if (vaccine.setting() == Setting.PHARMACY || vaccine.setting() == Setting.HOSPITAL) {
            boolean fits =
                    vaccine.provider()
                            .type()
                            .type()
                            .toString()
                            .equals(
                                    vaccine.setting() == Setting.PHARMACY
                                            ? "pharmacy"
                                            : "hospital");
            FINDINGS.expect(
                    "pharmacies and hospitals are providers of that type, or the nearest clinic",
                    fits || vaccine.provider().type().primaryCare(),
                    vaccine);
        }
    }

    private static void product(Vaccine vaccine, Vaccine.Administration dose) {
        FINDINGS.expect(
                "the manufacturer is that of the MVX code",
                dose.manufacturer().toString().equals(MVX.get(dose.mvx().toString())),
                vaccine);
        FINDINGS.expect(
                "an NDC has eleven digits and is in the table",
                dose.ndc() == null
                        || dose.ndc().toString().matches("[0-9]{11}")
                                && NDC.contains(dose.ndc().toString()),
                vaccine);
        String lot = dose.lotNumber().toString().substring(0, LOT_PREFIX);
        NamedCsvRecord row = PRODUCTS.get(lot);
        String from = row == null ? "" : row.getField("available_from");
        String to = row == null ? "" : row.getField("available_to");
        FINDINGS.expect(
                "vaccines are given while they are on the market",
                row != null
                        && row.getField("name").equals(dose.product().toString())
                        && row.getField("cvx").equals(vaccine.cvx().toString())
                        && !vaccine.date().isBefore(LocalDate.parse(from))
                        && (to.isEmpty() || !vaccine.date().isAfter(LocalDate.parse(to))),
                vaccine);
    }

    private static void lot(Vaccine vaccine, Vaccine.Administration dose) {
        FINDINGS.expect(
                "no lot expires before its dose is given",
                !dose.expirationDate().isBefore(vaccine.date()),
                vaccine);
        FINDINGS.expect(
                "lot numbers are invented",
                dose.lotNumber().toString().matches("SYN[A-Z0-9]{2}[0-9]{4}"),
                vaccine);
        String content = dose.product() + " " + vaccine.cvx() + " " + dose.expirationDate();
        String known = LOTS.putIfAbsent(dose.lotNumber().toString(), content);
        FINDINGS.expect(
                "a lot is of one product and expires on one day",
                known == null || known.equals(content),
                vaccine);
    }

    private static void site(Vaccine vaccine, Vaccine.Administration dose) {
        String site = dose.site() == null ? "" : dose.site().toString();
        int age = Filters.years(vaccine.member().birthDate(), vaccine.date());
        boolean fits =
                switch (dose.route().toString()) {
                    case "IM" -> age < 3 ? site.matches("[LR]T") : site.matches("[LR]D");
                    case "SC" -> age < 3 ? site.matches("[LR]T") : site.matches("[LR]A");
                    case "PO", "IN" -> site.isEmpty();
                    default -> false;
                };
        FINDINGS.expect("sites fit the route and the age", fits, vaccine);
        FINDINGS.expect(
                "amounts are from 0.2 to 2 millilitres",
                dose.hundredths() >= 20 && dose.hundredths() <= 200,
                vaccine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the text is that of the CVX code",
                "dose numbers are within their series",
                "nothing happens before birth or after the as_of date",
                "registration, appointment and dose follow each other",
                "only what was given has a product and a lot, and only what was not a reason",
                "what was not given had an appointment",
                "parents decline for children, and patients for themselves",
                "the programme for children pays for children",
                "it pays for children without insurance",
                "vaccines are given in the member's own state",
                "offices and schools are closed at weekends and on holidays",
                "pharmacies are closed on holidays",
                "pharmacies and hospitals are providers of that type, or the nearest clinic",
                "the manufacturer is that of the MVX code",
                "an NDC has eleven digits and is in the table",
                "vaccines are given while they are on the market",
                "no lot expires before its dose is given",
                "lot numbers are invented",
                "a lot is of one product and expires on one day",
                "sites fit the route and the age",
                "amounts are from 0.2 to 2 millilitres"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).hasSize(21);
    }

    @Test
    void ids_comeOnce() {
        assertThat(IDS).hasSize(Sweep.MILLION);
    }

    @Test
    void manyDoses_shareALot() {
        assertThat(given / LOTS.size()).isBetween(30, 100);
    }

    @Test
    void nobodyIsTold_whatLiesAfterTheAsOfDate() {
        RecordReader<Vaccine> reader = World.VACCINES.generator().open(LATER);
        int there = 0;
        int notYet = 0;
        for (long index = 0; index < 50_000; index++) {
            Vaccine vaccine = reader.read(index);
            if (vaccine == null) {
                notYet++;
            } else {
                there++;
                assertThat(vaccine.date()).isBeforeOrEqualTo(LATER.asOf());
            }
        }
        assertThat(there).isGreaterThan(45_000);
        assertThat(notYet).isGreaterThan(500);
    }
}
