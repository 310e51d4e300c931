package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.member.Member;
import jakarta.inject.Singleton;

/** Where the data of a patient comes from, as {@code Provenance}, by US Core: from no one real. */
@Singleton
public final class ProvenanceMapping implements ResourceMapping<Member> {
    private static final Element TARGET = Element.of("target");
    private static final Element RECORDED = Element.of("recorded");
    private static final Fragment META = Fragments.meta(Profiles.PROVENANCE);
    private static final Fragment CREATED =
            Fragments.concept(
                    Element.of("activity"),
                    Text.of("http://terminology.hl7.org/CodeSystem/v3-DataOperation"),
                    "CREATE",
                    "create");
    private static final Fragment AGENTS = Fragment.of(ProvenanceMapping::agents);

    private static void agents(ResourceWriter writer) {
        writer.beginArray(Element.of("agent"));
        writer.beginObject();
        writer.fixed(
                Fragments.concept(
                        Elements.TYPE,
                        Text.of(
                                "http://terminology.hl7.org/CodeSystem/provenance-participant-type"),
                        "author",
                        "Author"));
        writer.beginObject(Element.of("who"));
        writer.text(Elements.DISPLAY, Text.of("Clinical Data Generator"));
        writer.endObject();
        writer.endObject();
        writer.endArray();
    }

    @Override
    public String kind() {
        return "members";
    }

    @Override
    public ResourceType type() {
        return ResourceType.PROVENANCE;
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public void write(Member member, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.PROVENANCE, member.id());
        DataTypes.meta(writer, population.epoch(), META);
        writer.beginArray(TARGET);
        writer.reference(ResourceType.PATIENT, member.id(), null);
        writer.endArray();
        writer.startOfDay(RECORDED, population.epoch());
        writer.fixed(CREATED);
        writer.fixed(AGENTS);
        writer.end();
    }
}
