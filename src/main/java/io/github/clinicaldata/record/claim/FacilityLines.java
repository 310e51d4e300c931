package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import java.util.List;
import java.util.Objects;

/** The lines that a facility bills for a visit: room, theatre, drugs, supplies and examinations. */
final class FacilityLines {
    private static final String BREATHING_MACHINE = "mechanical-ventilation";

    private static final double DRUGS_IN_EMERGENCY = 0.6;
    private static final double SUPPLIES_IN_EMERGENCY = 0.3;

    private final ClaimTables tables;

    FacilityLines(ClaimTables tables) {
        this.tables = tables;
    }

    /** Adds the lines. */
    void add(ClaimDraft claim, Visit visit, List<Service> services, List<OrderedReport> reports) {
        Setting setting = visit.rule().setting();
        if (setting == Setting.INPATIENT) {
            addStay(claim, visit, services);
        } else if (setting == Setting.SKILLED_NURSING) {
            claim.bill(tables.nursingDay(), visit.nights(), visit.day());
        } else if (setting == Setting.EMERGENCY) {
            addEmergency(claim, visit, services);
        } else {
            addOutpatient(claim, visit, services, setting);
        }
        for (OrderedReport report : reports) {
            Service service = tables.serviceOf(report.panel());
            if (service != null && service.units() > 0) {
                claim.bill(service, service.units(), report.day());
            }
        }
    }

    private void addStay(ClaimDraft claim, Visit visit, List<Service> services) {
        DrgGroup drg = Objects.requireNonNull(visit.drg());
        int nights = Math.max(1, visit.nights());
        Service room = tables.room(visit, drg);
        int intensive = room == tables.generalRoom() ? intensive(nights, drg, services) : 0;
        if (nights > intensive) {
            claim.bill(room, nights - intensive, visit.day());
        }
        if (intensive > 0) {
            claim.bill(tables.intensiveRoom(), intensive, visit.day());
        }
        claim.bill(tables.hospitalDrugs(), nights, visit.day());
        claim.bill(tables.supplies(), 1 + nights / 2, visit.day());
        if (drg.surgical()) {
            claim.bill(tables.operatingRoom(), 1, visit.day());
            claim.bill(tables.recoveryRoom(), 1, visit.day());
        }
        for (Service service : services) {
            if (isExamination(service)) {
                claim.bill(service, service.units(), visit.day());
            }
        }
    }

    /** Nights in intensive care: where much is done, and with a breathing machine in any case. */
    private static int intensive(int nights, DrgGroup drg, List<Service> services) {
        int breathing = 0;
        for (Service service : services) {
            if (service.key().startsWith(BREATHING_MACHINE)) {
                breathing = Math.min(nights, service.units());
            }
        }
        return Math.max(
                breathing,
                drg.weight() >= ClaimTables.INTENSIVE_WEIGHT ? Math.max(1, nights / 3) : 0);
    }

    private void addEmergency(ClaimDraft claim, Visit visit, List<Service> services) {
        boolean evaluated = false;
        for (Service service : services) {
            evaluated |= service.kind().toString().equals("evaluation");
            if (service.units() > 0) {
                claim.bill(service, service.units(), visit.day());
            }
        }
        if (!evaluated) {
            claim.bill(tables.emergencyRoom(), 1, visit.day());
        }
        if (Uniforms.of(claim.key, 1) < DRUGS_IN_EMERGENCY) {
            claim.bill(tables.hospitalDrugs(), 1, visit.day());
        }
        if (Uniforms.of(claim.key, 2) < SUPPLIES_IN_EMERGENCY) {
            claim.bill(tables.supplies(), 1, visit.day());
        }
    }

    private void addOutpatient(
            ClaimDraft claim, Visit visit, List<Service> services, Setting setting) {
        for (Service service : services) {
            if (service.units() > 0 && !service.kind().toString().equals("anesthesia")) {
                claim.bill(service, service.units(), visit.day());
            }
        }
        if (setting == Setting.AMBULATORY_SURGERY && !claim.hasKind("surgery")) {
            claim.bill(tables.surgeryFacility(), 1, visit.day());
        }
        if (claim.lines.isEmpty()) {
            claim.bill(tables.clinic(), 1, visit.day());
        }
    }

    private static boolean isExamination(Service service) {
        String kind = service.kind().toString();
        return service.units() > 0
                && (kind.equals("laboratory") || kind.equals("imaging") || kind.equals("therapy"));
    }
}
