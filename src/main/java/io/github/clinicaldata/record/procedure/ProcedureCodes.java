package io.github.clinicaldata.record.procedure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.Procedure;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.code.SiteCodes;
import io.github.clinicaldata.record.pathway.Specialists;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The codes of all procedures: those of stays, and those of services that are procedures. */
final class ProcedureCodes {
    private static final class Holder {
        static final ProcedureCodes STANDARD = new ProcedureCodes();
    }

    /** Codes that say no more than that there was a visit, or that stand for something else. */
    private static final List<String> NO_PROCEDURE = List.of("T1015", "G0289", "G0403", "Q4050");

    private static final String BLOOD_PRODUCT = "P9";

    /** How the keys of pictures and measurements begin. */
    static final String IMAGING = "imaging-";

    /** What the kind {@code vaccines} holds. */
    private static final String VACCINATION = "immunization-administration";

    private static final IntRange USUAL = new IntRange(10, 30);

    /** A code of ICD-10-PCS, with the table's row. */
    record Coded(Procedure procedure, ProcedureCode code) {}

    private final SortedMap<String, List<Coded>> byKey = new TreeMap<>();
    private final SortedMap<String, Choice> outpatient = new TreeMap<>();
    private final SortedMap<String, Choice> inpatient = new TreeMap<>();

    /** The same again, as draws ask for them; never gone through. */
    private final Map<Service, Choice> byService = new IdentityHashMap<>();

    private final Map<String, Choice> outpatientPanels;
    private final Map<String, Choice> inpatientPanels;
    private final Map<String, Text> hcpcs = descriptions("codes/hcpcs.csv");

    private ProcedureCodes() {
        Map<String, Text> pcs = descriptions("codes/icd10pcs.csv");
        for (Procedure procedure : Procedure.all()) {
            byKey.computeIfAbsent(procedure.key(), none -> new ArrayList<>())
                    .add(new Coded(procedure, code(procedure, pcs)));
        }
        byKey.forEach((key, codes) -> inpatient.put(key, new Choice(codes, null)));
        for (Service service : Service.standard().all()) {
            if (isProcedure(service)) {
                Choice choice = choice(service);
                if (choice != null) {
                    outpatient.put(service.key(), choice);
                    byService.put(service, choice);
                }
            }
        }
        outpatientPanels = panels(outpatient);
        inpatientPanels = panels(inpatient);
    }

    private static Map<String, Choice> panels(SortedMap<String, Choice> choices) {
        Map<String, Choice> panels = new TreeMap<>();
        choices.forEach(
                (key, choice) -> {
                    if (key.startsWith(IMAGING)) {
                        panels.put(key.substring(IMAGING.length()), choice);
                    }
                });
        return panels;
    }

    private static Map<String, Text> descriptions(String table) {
        Map<String, Text> descriptions = new TreeMap<>();
        for (NamedCsvRecord row : ReferenceTable.read(table).rows()) {
            descriptions.put(row.getField("code"), Text.of(row.getField("description")));
        }
        return descriptions;
    }

    private static Text description(Map<String, Text> from, Text code) {
        Text description = from.get(code.toString());
        if (description == null) {
            throw new IllegalStateException("No table of codes has " + code);
        }
        return description;
    }

    private static ProcedureCode code(Procedure procedure, Map<String, Text> pcs) {
        return new ProcedureCode(
                CodeSystem.ICD_10_PCS,
                procedure.code(),
                description(pcs, procedure.code()),
                procedure.name(),
                category(procedure),
                procedure.bodySite(),
                procedure.minutes(),
                Examiner.of(procedure.key()),
                Specialists.standard().of(procedure.key()));
    }

    private static ProcedureCategory category(Procedure procedure) {
        if (procedure.operatingRoom()) {
            return ProcedureCategory.SURGERY;
        }
        // the first character is the section of ICD-10-PCS
        return switch (procedure.code().toString().charAt(0)) {
            case 'B' -> ProcedureCategory.IMAGING;
            case 'F', 'G', 'H' -> ProcedureCategory.THERAPY;
            default ->
                    procedure.key().startsWith(IMAGING)
                            ? ProcedureCategory.IMAGING
                            : procedure.key().equals("dialysis-session")
                                    ? ProcedureCategory.THERAPY
                                    : ProcedureCategory.PROCEDURE;
        };
    }

    private static boolean isProcedure(Service service) {
        return service.units() > 0
                && !service.key().startsWith(VACCINATION)
                && switch (service.kind().toString()) {
                    case "procedure", "surgery", "therapy", "imaging" -> true;
                    default -> false;
                };
    }

    /** The codes of a service, or null where there is none that says what was done. */
    private @Nullable Choice choice(Service service) {
        List<Coded> pcs = byKey.get(service.key());
        Text code = service.hcpcs();
        boolean saysIt =
                code != null
                        && !NO_PROCEDURE.contains(code.toString())
                        && !code.toString().startsWith(BLOOD_PRODUCT);
        if (code == null || !saysIt) {
            return pcs == null ? null : new Choice(pcs, null);
        }
        ProcedureCode first = pcs == null ? null : pcs.get(0).code();
        ProcedureCode only = pcs != null && pcs.size() == 1 ? first : null;
        return new Choice(
                List.of(),
                new ProcedureCode(
                        CodeSystem.HCPCS,
                        code,
                        SiteCodes.installed().has(service)
                                ? service.name()
                                : description(hcpcs, code),
                        service.name(),
                        first == null ? category(service) : first.category(),
                        only == null ? null : only.bodySite(),
                        first == null ? USUAL : first.minutes(),
                        Examiner.of(service.key()),
                        Specialists.standard().of(service.key())));
    }

    private static ProcedureCategory category(Service service) {
        return switch (service.kind().toString()) {
            case "surgery" -> ProcedureCategory.SURGERY;
            case "imaging" -> ProcedureCategory.IMAGING;
            case "therapy" -> ProcedureCategory.THERAPY;
            default ->
                    service.key().startsWith(IMAGING)
                            ? ProcedureCategory.IMAGING
                            : ProcedureCategory.PROCEDURE;
        };
    }

    static ProcedureCodes standard() {
        return Holder.STANDARD;
    }

    /** All codes, sorted. */
    List<String> codes() {
        SortedSet<String> all = new TreeSet<>();
        for (SortedMap<String, Choice> choices : List.of(inpatient, outpatient)) {
            choices.values()
                    .forEach(
                            choice ->
                                    choice.all().forEach(code -> all.add(code.code().toString())));
        }
        return List.copyOf(all);
    }

    /** The codes of a procedure of a stay. */
    Choice ofStay(String key) {
        Choice choice = inpatient.get(key);
        if (choice == null) {
            throw new IllegalStateException("codes/procedures.csv lacks " + key);
        }
        return choice;
    }

    /** The codes of a service of a visit without a night, or null where it is no procedure. */
    @Nullable Choice ofService(Service service) {
        return byService.get(service);
    }

    /** The codes of a panel that is a picture or measurement, or null. */
    @Nullable Choice ofPanel(String panel, boolean stay) {
        return (stay ? inpatientPanels : outpatientPanels).get(panel);
    }
}
