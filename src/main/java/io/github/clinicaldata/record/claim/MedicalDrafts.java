package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Injection;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.code.Side;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.GivenServices;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnoses;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.ServiceOrder;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.procedure.StayProcedures;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the claims of a visit: of the practitioner, of specialists who did something at it, of the
 * facility, and of the hospital whose laboratory or imaging did what was ordered.
 */
final class MedicalDrafts {
    private static final Text EQUIPMENT = Text.of("equipment");
    private static final Text SUPPLY = Text.of("supply");
    private static final Text IMAGING = Text.of("imaging");
    private static final Text LABORATORY_KIND = Text.of("laboratory");

    /** The number of the claim of the first specialist, after those of the visit itself. */
    private static final int SPECIALISTS = 3;

    private static final int DAYS_BETWEEN_VISITS = 10;

    private final ClaimTables tables = ClaimTables.standard();
    private final ProviderType laboratory = ProviderDirectory.standard().type("laboratory");
    private final ProviderType hospital = ProviderDirectory.standard().type("hospital");
    private final ProviderType equipment = ProviderDirectory.standard().type("dme");
    private final FacilityLines facilityLines = new FacilityLines(tables);
    private final CompanionLines companions = CompanionLines.standard();
    private final Prices prices = new Prices();
    private final CareTeam care;
    private final BlockHealth health;

    MedicalDrafts(BlockHealth health, CareTeam care) {
        this.health = health;
        this.care = care;
    }

    /**
     * Adds the claims of a visit of somebody who is covered.
     *
     * @param reports those that the visit led to
     * @param given what was given at the visit beside
     */
    void add(
            Visit visit,
            List<OrderedReport> reports,
            List<Injection> given,
            List<ClaimDraft> drafts) {
        Member member = health.block().member(visit.member());
        int age = health.age(visit.member(), visit.day());
        List<ServiceOrder> orders = GivenServices.orders(visit, age);
        List<Service> services = GivenServices.of(orders);
        Setting setting = visit.rule().setting();
        ClaimDraft professional = professional(visit, member, services, orders, setting);
        if (setting.facilityBills()) {
            ClaimDraft facility = institutional(visit, member, care.facility(visit), setting, 1);
            facilityLines.add(facility, visit, services, reports);
            addDoses(facility, given);
            if (setting == Setting.INPATIENT) {
                facility.procedures = StayProcedures.of(health, visit, facility.to);
            }
            finish(facility, services, reports, drafts);
            addSpecialists(visit, member, orders, drafts);
        } else {
            addDoses(professional, given);
            addOrders(visit, member, services, reports, professional, drafts);
        }
        finish(professional, services, reports, drafts);
    }

    /**
     * What a specialist does is billed by who does it: anesthesia by who gives it and not by who
     * operates, an endoscopy of a stay by who looks and not by the hospitalist.
     */
    private void addSpecialists(
            Visit visit, Member member, List<ServiceOrder> orders, List<ClaimDraft> drafts) {
        Provider practitioner = care.practitioner(visit);
        List<ClaimDraft> others = new ArrayList<>(2);
        for (ServiceOrder order : orders) {
            Provider by = care.performer(visit, order.performers());
            Service service = order.service();
            if (by != practitioner && isBilled(service)) {
                ClaimDraft draft = draftOf(by, others);
                if (draft == null) {
                    int number = SPECIALISTS + others.size();
                    draft = draft(ClaimType.PROFESSIONAL, visit, member, care.employer(by), number);
                    draft.rendering = by;
                    draft.facility = care.facility(visit);
                    draft.place = tables.placeOfService(visit.rule().setting());
                    others.add(draft);
                }
                draft.bill(service, service.units(), visit.day());
            }
        }
        for (ClaimDraft draft : others) {
            complete(draft, visit, drafts);
        }
    }

    private static @Nullable ClaimDraft draftOf(Provider by, List<ClaimDraft> drafts) {
        for (ClaimDraft draft : drafts) {
            if (draft.rendering == by) {
                return draft;
            }
        }
        return null;
    }

    /** What a facility gives during a stay is part of its pharmacy. */
    private static void addDoses(ClaimDraft claim, List<Injection> given) {
        Visit visit = Objects.requireNonNull(claim.visit);
        if (visit.rule().stay() == null) {
            given.forEach(each -> claim.lines.add(new ClaimLine(each, visit.day())));
        }
    }

    private boolean isDrawn(List<OrderedReport> reports) {
        for (OrderedReport report : reports) {
            Service service = tables.serviceOf(report.panel());
            if (service != null && service.kind().equals(LABORATORY_KIND)) {
                return true;
            }
        }
        return false;
    }

    private void finish(
            ClaimDraft draft,
            List<Service> services,
            List<OrderedReport> reports,
            List<ClaimDraft> drafts) {
        if (draft.lines.isEmpty()) {
            return;
        }
        Visit visit = Objects.requireNonNull(draft.visit);
        int age = health.age(visit.member(), visit.day());
        companions.add(draft, visit.rule().setting(), services, age, isDrawn(reports));
        complete(draft, visit, drafts);
    }

    private void complete(ClaimDraft draft, Visit visit, List<ClaimDraft> drafts) {
        prices.price(draft);
        draft.diagnoses = VisitDiagnoses.of(health, visit);
        for (ClaimLine line : draft.lines) {
            line.left = line.hasSide() && isLeft(visit);
        }
        drafts.add(draft);
    }

    /** The side that the diagnosis names; of one for both or neither, the same for all claims. */
    private static boolean isLeft(Visit visit) {
        Side named = Side.of(visit.diagnosis());
        return named == null ? Uniforms.of(visit.key(), 510) < 0.5 : named == Side.LEFT;
    }

    private ClaimDraft professional(
            Visit visit,
            Member member,
            List<Service> services,
            List<ServiceOrder> orders,
            Setting setting) {
        Provider practitioner = care.practitioner(visit);
        boolean supplies = setting == Setting.HOME && isSupply(services);
        Provider billing = supplies ? care.of(visit.member(), equipment) : billing(visit, setting);
        ClaimDraft draft = draft(ClaimType.PROFESSIONAL, visit, member, billing, 0);
        draft.rendering = supplies || setting == Setting.LABORATORY ? null : practitioner;
        draft.facility = setting == Setting.OFFICE ? null : care.facility(visit);
        draft.place = tables.placeOfService(setting);
        for (ServiceOrder order : orders) {
            Service service = order.service();
            if (setting.facilityBills()
                    ? isBilled(service) && care.performer(visit, order.performers()) == practitioner
                    : service.hcpcs() != null && service.units() > 0) {
                draft.bill(service, days(service, visit), visit.day());
            }
        }
        return draft;
    }

    private static boolean isSupply(List<Service> services) {
        return !services.isEmpty()
                && (services.get(0).kind().equals(EQUIPMENT)
                        || services.get(0).kind().equals(SUPPLY));
    }

    /** Who bills for the practitioner. */
    private Provider billing(Visit visit, Setting setting) {
        return switch (setting) {
            case LABORATORY, IMAGING_CENTER, HOME, URGENT_CARE -> care.facility(visit);
            default -> care.employer(care.practitioner(visit));
        };
    }

    /** Whether practitioners bill for it beside a facility. */
    private static boolean isBilled(Service service) {
        return service.hcpcs() != null
                && service.units() > 0
                && switch (service.kind().toString()) {
                    case "evaluation", "surgery", "procedure", "anesthesia" -> true;
                    default -> false;
                };
    }

    /**
     * Daily visits of a stay in hospital are as many as its days between the first and the last;
     * those in a skilled nursing facility come every ten days (at least every 30: 42 CFR 483.30).
     */
    private int days(Service service, Visit visit) {
        if (service == tables.nursingVisit()) {
            return 1 + visit.nights() / DAYS_BETWEEN_VISITS;
        }
        return service == tables.dailyVisit() ? Math.max(1, visit.nights() - 1) : service.units();
    }

    /** What was ordered is billed by who did it: with the visit, or by the hospital. */
    private void addOrders(
            Visit visit,
            Member member,
            List<Service> services,
            List<OrderedReport> reports,
            ClaimDraft professional,
            List<ClaimDraft> drafts) {
        ClaimDraft byHospital = null;
        boolean images = false;
        for (OrderedReport report : reports) {
            Service service = tables.serviceOf(report.panel());
            if (service == null || service.units() == 0) {
                continue;
            }
            if (service.hcpcs() != null) {
                professional.bill(service, service.units(), report.day());
                continue;
            }
            if (byHospital == null) {
                Provider performer = care.of(visit.member(), hospital);
                byHospital = institutional(visit, member, performer, Setting.LABORATORY, 2);
            }
            images |= service.kind().equals(IMAGING);
            byHospital.bill(service, service.units(), report.day());
        }
        if (byHospital != null) {
            byHospital.place =
                    tables.typeOfBill(images ? Setting.IMAGING_CENTER : Setting.LABORATORY);
            finish(byHospital, services, reports, drafts);
        }
    }

    private ClaimDraft institutional(
            Visit visit, Member member, Provider facility, Setting setting, int number) {
        ClaimDraft draft = draft(ClaimType.INSTITUTIONAL, visit, member, facility, number);
        draft.rendering = care.practitioner(visit);
        draft.place = tables.typeOfBill(setting);
        return draft;
    }

    private ClaimDraft draft(
            ClaimType type, Visit visit, Member member, Provider billing, int number) {
        ClaimDraft draft =
                new ClaimDraft(
                        type,
                        visit.member(),
                        member,
                        Objects.requireNonNull(member.coverage()),
                        billing,
                        Mixer.combine(visit.key(), 500 + number));
        draft.visit = visit;
        draft.from = visit.day();
        // a stay over the end of the plan year is billed up to its last day
        PlanYears years = health.years();
        draft.to = Math.min(visit.lastDay(), years.lastDay(years.yearOf(visit.day())));
        draft.inNetwork =
                billing.networks().contains(draft.coverage.payer().id())
                        || draft.coverage.payer().programme();
        return draft;
    }
}
