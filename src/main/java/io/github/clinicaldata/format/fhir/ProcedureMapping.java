package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.procedure.CodeSystem;
import io.github.clinicaldata.record.procedure.MemberProcedure;
import io.github.clinicaldata.record.procedure.ProcedureCode;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;

/** Procedures as {@code Procedure}, by US Core. */
@Singleton
public final class ProcedureMapping implements ResourceMapping<MemberProcedure> {
    private static final Element CATEGORY = Element.of("category");
    private static final Element ENCOUNTER = Element.of("encounter");
    private static final Element PERFORMED = Element.of("performedPeriod");
    private static final Element PERFORMER = Element.of("performer");
    private static final Element ACTOR = Element.of("actor");
    private static final Element LOCATION = Element.of("location");
    private static final Element REASON_CODE = Element.of("reasonCode");
    private static final Element REASON_REFERENCE = Element.of("reasonReference");
    private static final Element BODY_SITE = Element.of("bodySite");
    private static final Fragment META = Fragments.meta(Profiles.PROCEDURE);

    @Override
    public String kind() {
        return "procedures";
    }

    @Override
    public ResourceType type() {
        return ResourceType.PROCEDURE;
    }

    @Override
    public void write(MemberProcedure procedure, Population population, ResourceWriter writer) {
        ProcedureCode code = procedure.code();
        OffsetDateTime end = procedure.end();
        writer.begin(ResourceType.PROCEDURE, procedure.id());
        DataTypes.meta(writer, (end == null ? procedure.performed() : end).toLocalDate(), META);
        writer.text(Elements.STATUS, procedure.status().code());
        CodingSystem.text(writer, CATEGORY, code.category().code());
        system(code).concept(writer, Elements.CODE, code.code(), code.description(), code.name());
        writer.reference(Elements.SUBJECT, ResourceType.PATIENT, procedure.member().id());
        writer.reference(ENCOUNTER, ResourceType.ENCOUNTER, procedure.encounter());
        DataTypes.period(writer, PERFORMED, procedure.performed(), end);
        writer.beginArray(PERFORMER);
        writer.beginObject();
        DataTypes.provider(writer, ACTOR, procedure.performer());
        writer.endObject();
        writer.endArray();
        writer.reference(
                LOCATION,
                ResourceType.LOCATION,
                procedure.facility().id(),
                procedure.facility().name());
        reasons(procedure, writer);
        if (code.bodySite() != null) {
            CodingSystem.texts(writer, BODY_SITE, code.bodySite());
        }
        writer.end();
    }

    private static CodingSystem system(ProcedureCode code) {
        return code.system() == CodeSystem.HCPCS ? CodingSystem.HCPCS : CodingSystem.ICD10PCS;
    }

    private static void reasons(MemberProcedure procedure, ResourceWriter writer) {
        writer.beginArray(REASON_CODE);
        CodingSystem.diagnosis(writer, procedure.visit().diagnosis());
        writer.endArray();
        if (procedure.condition() != null) {
            writer.beginArray(REASON_REFERENCE);
            writer.reference(ResourceType.CONDITION, procedure.condition(), null);
            writer.endArray();
        }
    }
}
