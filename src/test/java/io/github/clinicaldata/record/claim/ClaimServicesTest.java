package io.github.clinicaldata.record.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.health.GivenServices;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.medication.Fill;
import io.github.clinicaldata.record.pathway.Specialists;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is billed together, by whom, and for whom, in each of so many claims. */
class ClaimServicesTest {
    private static final int COUNT = 400_000;

    /** Check-ups of children can be some days before the birthday for which they are. */
    private static final int ABOUT_BIRTHDAY = 7;

    private static final Findings FINDINGS = new Findings();
    private static final Set<String> OF_SESSIONS =
            Set.of("electrical-stimulation", "manual-treatment");
    private static final Set<String> BODILY =
            Set.of(
                    "physical-therapy-session",
                    "occupational-therapy-session",
                    "chiropractic-session");
    private static final Set<String> LONG = Set.of("office-visit-high", "office-visit-new");
    private static final Set<String> TOMOGRAPHY =
            Set.of("imaging-ct-abdomen", "imaging-ct-chest", "imaging-ct-head", "imaging-pet-ct");
    private static final Set<String> SEDATED =
            Set.of(
                    "colonoscopy-screening",
                    "colonoscopy-diagnostic",
                    "polypectomy",
                    "polypectomy-diagnostic",
                    "upper-endoscopy",
                    "cardiac-catheterization");
    private static final Set<String> IMPLANTED =
            Set.of(
                    "cataract-surgery",
                    "hernia-repair",
                    "knee-replacement",
                    "hip-replacement",
                    "coronary-stent",
                    "pacemaker-implant",
                    "spinal-fusion");

    private static final Set<String> UNKNOWN_BEFORE =
            Set.of(
                    "authorization-needed",
                    "not-covered",
                    "not-on-formulary",
                    "step-therapy",
                    "days-exceed-limit",
                    "quantity-exceeds-limit",
                    "prescriber-not-covered");

    /** Why cheap generics are refused. */
    private static final Map<String, Integer> CHEAP = new TreeMap<>();

    @BeforeAll
    static void readClaims() {
        Sweep.over(World.CLAIMS, World.POPULATION, COUNT, ClaimServicesTest::look);
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void cheapGenerics_areRefusedMostlyBecauseTheyComeTooSoon() {
        double all = CHEAP.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(CHEAP.getOrDefault("refill-too-soon", 0) / all).isBetween(0.35, 0.6);
        assertThat(CHEAP.getOrDefault("limit-exceeded", 0) / all).isBetween(0.1, 0.3);
        assertThat(CHEAP.getOrDefault("not-covered", 0) / all).isBetween(0.01, 0.1);
    }

    private static void look(Claim claim) {
        if (claim.type() == ClaimType.PHARMACY) {
            lookAtRejects(claim);
            return;
        }
        boolean surgical =
                claim.stay() != null && Objects.requireNonNull(claim.visit()).isSurgical();
        FINDINGS.expect(
                "bills of stays for surgery tell the operation, and others none that were no stay",
                surgical
                        ? !claim.procedures().isEmpty()
                        : claim.stay() != null || claim.procedures().isEmpty(),
                claim);
        claim.procedures()
                .forEach(
                        each ->
                                FINDINGS.expect(
                                        "what was done is within the days that are billed",
                                        each.day() >= claim.from()
                                                && each.day()
                                                        <= Objects.requireNonNull(claim.visit())
                                                                .lastDay(),
                                        claim));
        Set<String> done = new TreeSet<>();
        GivenServices.of(Objects.requireNonNull(claim.visit()), age(claim, 0))
                .forEach(service -> done.add(service.key()));
        claim.lines().stream()
                .map(line -> line.service)
                .filter(Objects::nonNull)
                .map(Service::key)
                .forEach(done::add);
        if (claim.stay() != null
                && done.stream().anyMatch(each -> each.startsWith("mechanical-"))) {
            FINDINGS.expect(
                    "who is on a breathing machine lies in intensive care",
                    done.stream().anyMatch(each -> each.matches("room-and-board-.*intensive")),
                    claim);
        }
        for (ClaimLine line : claim.lines()) {
            if (line.service != null) {
                lookAtCompanions(claim, line.service.key(), done);
                lookAtSide(claim, line);
            }
        }
        lookAtBiller(claim);
    }

    private static void lookAtCompanions(Claim claim, String service, Set<String> done) {
        if (OF_SESSIONS.contains(service)) {
            expectOne(claim, "treatment of the body goes with sessions for it", BODILY, done);
        }
        switch (service) {
            case "contrast" ->
                    expectOne(claim, "contrast is given for tomographies", TOMOGRAPHY, done);
            case "prolonged-visit" ->
                    expectOne(claim, "visits that are prolonged are long ones", LONG, done);
            case "sedation" ->
                    expectOne(claim, "sedation is for endoscopies and hearts", SEDATED, done);
            case "implants" ->
                    expectOne(claim, "implants are of who gets a joint or lens", IMPLANTED, done);
            case "depression-screening" ->
                    FINDINGS.expect(
                            "depression is screened from adolescence on, or where it is known",
                            age(claim, ABOUT_BIRTHDAY) >= 11 || isForDepression(claim),
                            claim);
            case "heart-tracing", "emergency-interpretation" ->
                    FINDINGS.expect("children have no routine ECG", age(claim, 0) >= 18, claim);
            case "anesthesia" ->
                    FINDINGS.expect(
                            "anesthesia is billed by who gives it",
                            claim.rendering() != null
                                    && claim.rendering()
                                            .type()
                                            .type()
                                            .toString()
                                            .equals("anesthesiology")
                                    && claim.lines().stream()
                                            .allMatch(ClaimServicesTest::isOfAnesthesia),
                            claim);
            default -> {}
        }
        lookAtPerformer(claim, service);
    }

    private static boolean isOfAnesthesia(ClaimLine line) {
        return line.service != null
                && Set.of("anesthesia", "central-line").contains(line.service.key());
    }

    private static void lookAtPerformer(Claim claim, String service) {
        Visit visit = Objects.requireNonNull(claim.visit());
        Provider by = claim.rendering();
        boolean stay = visit.rule().stay() != null;
        if (claim.type() == ClaimType.PROFESSIONAL && by != null) {
            List<ProviderType> performers = Specialists.standard().of(service);
            FINDINGS.expect(
                    "procedures are billed by those whose specialty does them",
                    performers.isEmpty() || performers.contains(by.type()),
                    claim);
            if (stay && service.equals("consultation")) {
                FINDINGS.expect(
                        "nobody is his own consultant",
                        by.type() != visit.rule().provider(),
                        claim);
            }
        }
        if (stay && service.equals("anesthesia")) {
            FINDINGS.expect(
                    "nobody is put to sleep in a stay in which nothing is done",
                    GivenServices.of(visit, age(claim, 0)).stream()
                            .map(each -> each.kind().toString())
                            .anyMatch(Set.of("surgery", "procedure")::contains),
                    claim);
        }
    }

    private static void expectOne(Claim claim, String rule, Set<String> anyOf, Set<String> done) {
        FINDINGS.expect(rule, done.stream().anyMatch(anyOf::contains), claim);
    }

    private static boolean isForDepression(Claim claim) {
        return Objects.requireNonNull(claim.visit()).pathway().key().equals("depression");
    }

    private static int age(Claim claim, int later) {
        return claim.member()
                .birthDate()
                .until(LocalDate.ofEpochDay(claim.from() + later))
                .getYears();
    }

    private static void lookAtSide(Claim claim, ClaimLine line) {
        if (!line.hasSide() || line.modifier() == null) {
            return;
        }
        String modifier = line.modifier().toString();
        FINDINGS.expect("a side is right or left", Set.of("RT", "LT").contains(modifier), claim);
        String diagnosis = claim.diagnoses().get(0).diagnosis().description().toString();
        if (diagnosis.contains("left") != diagnosis.contains("right")) {
            FINDINGS.expect(
                    "the side of a service is that of the diagnosis",
                    modifier.equals(diagnosis.contains("left") ? "LT" : "RT"),
                    claim);
        }
    }

    private static void lookAtBiller(Claim claim) {
        String bill = String.valueOf(claim.typeOfBill());
        String biller = claim.billing().type().type().toString();
        if (bill.startsWith("1")) {
            FINDINGS.expect(
                    "bills of hospitals are of hospitals", biller.equals("hospital"), claim);
        }
        if (claim.type() == ClaimType.PROFESSIONAL) {
            FINDINGS.expect(
                    "nobody who operates elsewhere bills for an office",
                    !biller.equals("ambulatory_surgery_center"),
                    claim);
        }
    }

    private static void lookAtRejects(Claim claim) {
        DenialReason denial = claim.lines().get(0).denial();
        if (denial == null) {
            return;
        }
        Fill fill = Objects.requireNonNull(claim.fill());
        String reason = denial.key().toString();
        if (reason.equals("refill-too-soon")) {
            FINDINGS.expect(
                    "a refill is too soon while the last supply lasts", fill.daysLeft() > 0, claim);
        }
        boolean costly = claim.lines().get(0).charge > 60_000;
        if (UNKNOWN_BEFORE.contains(reason)) {
            FINDINGS.expect(
                    "what was paid before is neither unknown nor off the list, unless costly",
                    costly || fill.number() == 0,
                    claim);
        }
        if (reason.equals("step-therapy")) {
            FINDINGS.expect(
                    "other drugs are to be tried before costly ones and brands",
                    costly || fill.prescription().drug().brand(),
                    claim);
        }
        if (reason.equals("days-exceed-limit")) {
            FINDINGS.expect("a long supply is for over a month", fill.daysSupply() > 34, claim);
        }
        if (reason.equals("member-not-covered")) {
            FINDINGS.expect(
                    "members are unknown when their coverage is new",
                    claim.from() - claim.coverage().effectiveDate().toEpochDay() < 31,
                    claim);
        }
        if (!costly && !fill.prescription().drug().brand()) {
            CHEAP.merge(reason, 1, Integer::sum);
        }
    }
}
