package io.github.clinicaldata.support;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.fhir.JsonResourceWriter;
import io.github.clinicaldata.format.fhir.PayerOrganizations;
import io.github.clinicaldata.format.fhir.ResourceMapping;
import io.github.clinicaldata.format.fhir.ResourceWriter;
import io.github.clinicaldata.format.fhir.hapi.HapiResourceWriter;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Resource;

/** The resources that the mappings make, as text and as HAPI's structures. */
public final class FhirResources {
    /** Writes one resource into any writer. */
    @FunctionalInterface
    public interface Content extends Consumer<ResourceWriter> {
        /** The resource as JSON. */
        default String json() {
            ByteSink sink = new ByteSink(1 << 12);
            accept(JsonResourceWriter.ofResources().to(sink));
            return new String(sink.toByteArray(), StandardCharsets.UTF_8);
        }

        /** Whether the resource claims a profile by its canonical as it stands. */
        default boolean claims(String profile) {
            return json().contains('"' + profile + '"');
        }

        /** The resource as HAPI's structure. */
        default Resource structure() {
            HapiResourceWriter writer = new HapiResourceWriter();
            accept(writer);
            return writer.resource();
        }
    }

    private FhirResources() {}

    /** Hands over the resources of the first records that a mapping writes. */
    public static void each(
            ResourceMapping<?> mapping, Population population, int count, Consumer<Content> use) {
        each(mapping, population, content -> true, count, use);
    }

    /** Hands over the first resources that are wanted of those that a mapping writes. */
    public static void each(
            ResourceMapping<?> mapping,
            Population population,
            Predicate<Content> wanted,
            int count,
            Consumer<Content> use) {
        RecordKind<?> kind = World.catalog().kind(mapping.kind()).orElseThrow();
        eachOf(kind, mapping, population, wanted, count, use);
    }

    @SuppressWarnings("unchecked")
    private static <R> void eachOf(
            RecordKind<R> kind,
            ResourceMapping<?> any,
            Population population,
            Predicate<Content> wanted,
            int count,
            Consumer<Content> use) {
        ResourceMapping<R> mapping = (ResourceMapping<R>) any;
        RecordReader<R> reader = kind.generator().open(population);
        long size = kind.indexes().size(population);
        int found = 0;
        for (long index = 0; index < size && found < count; index++) {
            R record = reader.read(index);
            if (record != null && mapping.writes(record)) {
                Content content = writer -> mapping.write(record, population, writer);
                if (wanted.test(content)) {
                    found++;
                    use.accept(content);
                }
            }
        }
    }

    /** Hands over the resources of all payers. */
    public static void eachPayer(Population population, Consumer<Content> use) {
        PayerOrganizations.all()
                .forEach(
                        payer ->
                                use.accept(
                                        writer ->
                                                PayerOrganizations.write(
                                                        payer, population, writer)));
    }
}
