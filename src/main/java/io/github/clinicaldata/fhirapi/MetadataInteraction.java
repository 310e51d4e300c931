package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.quarkus.arc.All;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** {@code GET /fhir/metadata}: the CapabilityStatement, made of all that announced itself. */
@Singleton
public final class MetadataInteraction implements Interaction {
    private static final String BULK_DATA =
            "http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data";

    private final Provider<Interactions> interactions;
    private final ResourceSources sources;
    private final String date;
    private final String version;

    MetadataInteraction(
            Provider<Interactions> interactions,
            ResourceSources sources,
            GeneratorConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.interactions = interactions;
        this.sources = sources;
        this.version = version;
        // no clock: the same product over the same population says the same
        date = config.population().epoch().toString();
    }

    /** All interactions, found when they are first asked for. */
    @Singleton
    static final class Interactions {
        private final List<Interaction> all;

        Interactions(@All List<Interaction> all) {
            this.all = all;
        }
    }

    @Override
    public boolean takes(List<String> path) {
        return path.equals(List.of("metadata"));
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public Answer answer(FhirRequest request) {
        Presentation presentation = Presentation.of(request);
        String mode = request.parameter("mode");
        if (mode != null && !Set.of("full", "normative").contains(mode)) {
            throw FhirProblem.value("mode", "must be full or normative");
        }
        return Documents.answer(200, statement(request.base()), presentation);
    }

    private CapabilityStatement statement(String base) {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setName("ClinicalDataGenerator");
        statement.setTitle("Clinical Data Generator");
        statement.setStatus(PublicationStatus.ACTIVE);
        statement.setDateElement(new DateTimeType(date));
        statement.setDescription(
                "Synthetic data for tests. Every resource is a pure function of a population, a"
                        + " kind and an index; nothing is stored.");
        statement.setKind(CapabilityStatementKind.INSTANCE);
        statement.addInstantiates(BULK_DATA);
        statement.getSoftware().setName("Clinical Data Generator").setVersion(version);
        statement.getImplementation().setDescription("This server").setUrl(base);
        statement.setFhirVersion(FHIRVersion._4_0_1);
        for (String format :
                List.of("json", Presentation.JSON_TYPE, "xml", Presentation.XML_TYPE)) {
            statement.addFormat(format);
        }
        statement.addRest(rest());
        return statement;
    }

    private CapabilityStatementRestComponent rest() {
        CapabilityStatementRestComponent rest = new CapabilityStatementRestComponent();
        rest.setMode(RestfulCapabilityMode.SERVER);
        for (ResourceType type : sources.types()) {
            rest.addResource()
                    .setType(type.typeName())
                    .setVersioning(ResourceVersionPolicy.NOVERSION);
        }
        interactions.get().all.forEach(each -> each.describe(rest));
        return rest;
    }
}
