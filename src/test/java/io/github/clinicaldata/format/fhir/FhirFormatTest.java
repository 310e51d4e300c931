package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.junit.jupiter.api.Test;

/** Streams and Bundles: what stands round the resources, and how clients choose their type. */
class FhirFormatTest {
    private static final long[] INDEXES = LongStream.range(0, 40).toArray();
    private static final RecordFormat LINES = World.format(FhirFormat.NAME);
    private static final RecordFormat BUNDLE = World.format(FhirBundleFormat.NAME);

    private static <R> String text(
            RecordFormat format, RecordKind<R> kind, String resource, long... indexes) {
        FormatOptions options = new FormatOptions(Map.of("resource", resource));
        EncoderSession<R> session =
                format.encoder(kind, kind.schema())
                        .open(new StreamContext(World.POPULATION, 0, options));
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        ByteSink sink = new ByteSink(16);
        session.begin(sink);
        for (long index : indexes) {
            session.write(reader.present(index), sink);
        }
        session.end(sink);
        return new String(sink.toByteArray(), StandardCharsets.UTF_8);
    }

    private static Bundle bundle(String json) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
    }

    @Test
    void eachResource_isOneLine() {
        for (ResourceMapping<?> mapping : World.RESOURCES.all()) {
            RecordKind<?> kind = World.catalog().kind(mapping.kind()).orElseThrow();
            // so many that a member with two coverages is among them
            String text = text(LINES, kind, mapping.name(), LongStream.range(0, 500).toArray());
            assertThat(text).as(mapping.name()).endsWith("}\n").doesNotContain("\n\n");
            assertThat(text.lines())
                    .allMatch(
                            line ->
                                    line.startsWith(
                                            "{\"resourceType\":\""
                                                    + mapping.type().typeName()
                                                    + "\",\"id\":\""));
        }
    }

    @Test
    void aBundle_hasTheResourcesOfTheLines_eachUnderItsUrl() {
        for (ResourceMapping<?> mapping : World.RESOURCES.all()) {
            RecordKind<?> kind = World.catalog().kind(mapping.kind()).orElseThrow();
            Bundle bundle = bundle(text(BUNDLE, kind, mapping.name(), INDEXES));
            List<String> lines = text(LINES, kind, mapping.name(), INDEXES).lines().toList();
            assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
            assertThat(bundle.getEntry()).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                BundleEntryComponent entry = bundle.getEntry().get(i);
                assertThat(json(entry)).isEqualTo(lines.get(i));
                assertThat(entry.getFullUrl())
                        .isEqualTo(
                                Systems.BASE_URL
                                        + mapping.type().typeName()
                                        + "/"
                                        + entry.getResource().getIdElement().getIdPart());
            }
        }
    }

    private static String json(BundleEntryComponent entry) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(entry.getResource());
    }

    @Test
    void aBundleOfNothing_isABundle() {
        Bundle bundle = bundle(text(BUNDLE, World.MEMBERS, "Patient"));
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
        assertThat(bundle.getEntry()).isEmpty();
    }

    @Test
    void theUsualResourceOfAKind_isOneOnly_andStandsFirst() {
        for (RecordKind<?> kind : World.KINDS) {
            if (!LINES.supports(kind)) {
                continue;
            }
            FormatOption option = LINES.options(kind).get(0);
            assertThat(World.RESOURCES.of(kind).stream().filter(ResourceMapping::usual))
                    .as(kind.name())
                    .hasSize(1);
            assertThat(option.defaultValue()).isEqualTo(World.RESOURCES.of(kind).get(0).name());
        }
    }

    @Test
    void names_tellMappingsOfAKindApart_andIdsOfAType() {
        for (ResourceMapping<?> one : World.RESOURCES.all()) {
            assertThat(one.suffix()).matches("(-[a-z]+)?").hasSizeLessThan(28);
            assertThat(
                            World.RESOURCES.all().stream()
                                    .filter(
                                            other ->
                                                    other.kind().equals(one.kind())
                                                            && other.type() == one.type()
                                                            && other.suffix().equals(one.suffix())))
                    .hasSize(1);
        }
    }

    @Test
    void recordsThatGiveNoResource_arePassedOver() {
        assertThat(LINES.selection(World.MEMBERS, FormatOptions.NONE)).isNull();
        FormatOptions related = new FormatOptions(Map.of("resource", "RelatedPerson"));
        assertThat(LINES.selection(World.MEMBERS, related)).isNotNull();
        assertThat(text(LINES, World.PROVIDERS, "Practitioner", 0)).isEmpty();
        assertThat(text(LINES, World.PROVIDERS, "Organization", 0)).isNotEmpty();
    }

    @Test
    void twoSessions_dontTouchEachOther() {
        StreamContext context = new StreamContext(World.POPULATION, 0);
        var encoder = BUNDLE.encoder(World.MEMBERS, World.MEMBERS.schema());
        var reader = World.MEMBERS.generator().open(World.POPULATION);
        var one = encoder.open(context);
        var other = encoder.open(context);
        ByteSink first = new ByteSink(16);
        ByteSink second = new ByteSink(1 << 16);
        one.begin(first);
        other.begin(second);
        for (long index : INDEXES) {
            one.write(reader.present(index), first);
            other.write(reader.present(index), second);
        }
        one.end(first);
        other.end(second);
        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
        assertThat(new String(first.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(text(BUNDLE, World.MEMBERS, "Patient", INDEXES));
    }
}
