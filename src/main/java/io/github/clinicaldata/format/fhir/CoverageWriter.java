package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageStatus;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.member.MaritalStatus;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.person.Identifiers;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a member's main or second coverage, or plan of drugs, as {@code Coverage} by CARIN Blue
 * Button.
 */
final class CoverageWriter {
    private static final Fragment META = Fragments.meta(Profiles.C4BB_COVERAGE);
    private static final Fragment MEMBER_ID =
            Fragments.identifier("MB", "Member Number", Systems.MEMBER_ID);
    private static final Fragment MBI =
            Fragments.identifier("MC", "Patient's Medicare number", Systems.MBI);
    private static final Fragment MEDICAID_ID =
            Fragments.identifier("MA", "Patient Medicaid number", Systems.MEDICAID_ID);
    private static final Fragment ACTIVE = Fragments.text(Elements.STATUS, "active");
    private static final Fragment CANCELLED = Fragments.text(Elements.STATUS, "cancelled");
    private static final Fragment SELF = relationship("self", "Self");
    private static final Fragment SPOUSE = relationship("spouse", "Spouse");
    private static final Fragment PARTNER = relationship("common", "Common Law Spouse");
    private static final Fragment CHILD = relationship("child", "Child");
    private static final Fragment GROUP = kind("group", "Group");
    private static final Fragment PLAN = kind("plan", "Plan");
    private static final Fragment LEVEL = kind("class", "Class");

    /** Products that HL7 has a code for; any other is public, of an employer, or just a plan. */
    private static final Map<String, Fragment> PRODUCTS =
            Map.of(
                    "HMO", type("HMO", "health maintenance organization policy"),
                    "PPO", type("PPO", "preferred provider organization policy"),
                    "POS", type("POS", "point of service policy"));

    private static final Fragment PUBLIC = type("PUBLICPOL", "public healthcare");
    private static final Fragment EMPLOYER = type("EHCPOL", "employee healthcare");
    private static final Fragment PLAIN = type("HIP", "health insurance plan policy");

    private CoverageWriter() {}

    private static Fragment relationship(String code, String display) {
        return Fragments.concept(
                ClaimElements.RELATIONSHIP, ClaimSystems.RELATIONSHIP, code, display);
    }

    private static Fragment kind(String code, String display) {
        return Fragments.concept(Elements.TYPE, ClaimSystems.COVERAGE_CLASS, code, display);
    }

    private static Fragment type(String code, String display) {
        return Fragment.of(
                writer -> Fragments.codings(writer, ClaimSystems.ACT_CODE, code, display));
    }

    /**
     * Writes a coverage.
     *
     * @param suffix of the id; empty for the main coverage
     */
    static void write(
            Member member,
            Coverage coverage,
            Literal suffix,
            Population population,
            ResourceWriter writer) {
        boolean main = suffix.length() == 0;
        writer.begin(ResourceType.COVERAGE, member.id(), suffix);
        DataTypes.meta(writer, changed(coverage, population), META);
        identifiers(writer, member, coverage, main);
        writer.fixed(coverage.status() == CoverageStatus.ACTIVE ? ACTIVE : CANCELLED);
        writer.beginObject(Elements.TYPE);
        writer.fixed(type(coverage));
        writer.text(Elements.TEXT, coverage.product());
        writer.endObject();
        writer.reference(
                ClaimElements.SUBSCRIBER,
                ResourceType.PATIENT,
                main ? member.subscriber() : member.id());
        subscriberId(writer, member, coverage);
        writer.reference(ClaimElements.BENEFICIARY, ResourceType.PATIENT, member.id());
        writer.fixed(main ? relationship(member) : SELF);
        FinancialTypes.period(
                writer, Elements.PERIOD, coverage.effectiveDate(), coverage.terminationDate());
        writer.beginArray(ClaimElements.PAYOR);
        writer.reference(
                ResourceType.ORGANIZATION,
                PayerOrganizations.id(coverage.payer()),
                coverage.payer().name());
        writer.endArray();
        classes(writer, coverage);
        writer.integer(ClaimElements.ORDER, coverage.equals(member.secondary()) ? 2 : 1);
        writer.end();
    }

    /** The number by which the payer knows the subscriber, as claims have it. */
    private static void subscriberId(ResourceWriter writer, Member member, Coverage coverage) {
        Text own = member.programmeNumber(coverage);
        if (own != null) {
            writer.text(ClaimElements.SUBSCRIBER_ID, own);
        } else {
            writer.digits(
                    ClaimElements.SUBSCRIBER_ID,
                    Identifiers.SUBSCRIBER_ID,
                    member.subscriberNumber());
        }
    }

    /** It changes on its last day, which is known then, and on the day after. */
    private static LocalDate changed(Coverage coverage, Population population) {
        LocalDate end = coverage.terminationDate();
        if (end == null) {
            return population.epoch();
        }
        return coverage.status() == CoverageStatus.TERMINATED ? end.plusDays(1) : end;
    }

    private static void identifiers(
            ResourceWriter writer, Member member, Coverage coverage, boolean main) {
        Text own = member.programmeNumber(coverage);
        if (!main && own == null) {
            return;
        }
        writer.beginArray(Elements.IDENTIFIER);
        if (main) {
            DataTypes.identifier(writer, MEMBER_ID, Identifiers.MEMBER_ID, member.memberNumber());
        }
        if (own != null) {
            boolean medicare = coverage.type() == CoverageType.MEDICARE;
            DataTypes.identifier(writer, medicare ? MBI : MEDICAID_ID, own);
        }
        writer.endArray();
    }

    private static Fragment type(Coverage coverage) {
        return switch (coverage.type()) {
            case MEDICARE, MEDICAID -> PUBLIC;
            case EMPLOYER -> PRODUCTS.getOrDefault(coverage.product().toString(), EMPLOYER);
            case EXCHANGE, UNINSURED -> PRODUCTS.getOrDefault(coverage.product().toString(), PLAIN);
        };
    }

    private static Fragment relationship(Member member) {
        if (member.relationship() == Relationship.SELF) {
            return SELF;
        }
        if (member.relationship() == Relationship.CHILD) {
            return CHILD;
        }
        return member.maritalStatus() == MaritalStatus.DOMESTIC_PARTNER ? PARTNER : SPOUSE;
    }

    private static void classes(ResourceWriter writer, Coverage coverage) {
        writer.beginArray(ClaimElements.CLASS);
        if (coverage.groupNumber() != null) {
            item(writer, GROUP, coverage.groupNumber(), coverage.groupName());
        }
        item(writer, PLAN, coverage.product(), null);
        if (coverage.metalLevel() != null) {
            item(writer, LEVEL, coverage.metalLevel(), null);
        }
        writer.endArray();
    }

    private static void item(
            ResourceWriter writer, Fragment kind, Text value, @Nullable Text name) {
        writer.beginObject();
        writer.fixed(kind);
        writer.text(Elements.VALUE, value);
        if (name != null) {
            writer.text(Elements.NAME, name);
        }
        writer.endObject();
    }
}
