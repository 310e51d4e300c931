package io.github.clinicaldata.record.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.provider.Affiliation;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProvidersKind;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The primary care provider of a member is a record of the providers, nearby and of the right kind.
 */
class MemberPrimaryCareTest {
    private static final Findings FINDINGS = new Findings();
    private static long inNetwork;
    private static long all;

    @BeforeAll
    static void readMembers() {
        RecordReader<Provider> providers = World.PROVIDERS.generator().open(World.POPULATION);
        Sweep.over(
                World.MEMBERS,
                World.POPULATION,
                60_000,
                member -> {
                    if (member.primaryCare() != null) {
                        look(member, member.primaryCare(), providers);
                    }
                });
    }

    private static void look(Member member, Affiliation named, RecordReader<Provider> providers) {
        RecordId.Content content = named.id().content().orElseThrow();
        FINDINGS.expect("the id is a provider's", content.kindCode() == ProvidersKind.CODE, member);
        Provider provider = providers.present(content.index());
        FINDINGS.expect(
                "npi, name and id are those of the record",
                provider.npi() == named.npi()
                        && provider.name().equals(named.name())
                        && provider.id().equals(named.id()),
                member);
        FINDINGS.expect(
                "the practice is in the member's ZIP code",
                provider.address().place().equals(member.address().place()),
                member);
        FINDINGS.expect(
                "it is a practitioner of primary care",
                provider.type().primaryCare()
                        && provider.type().entityType() == EntityType.INDIVIDUAL,
                member);
        boolean pediatrics = provider.type().type().toString().equals("pediatrics");
        if (Filters.years(member.birthDate(), World.EPOCH) < 18) {
            boolean family = provider.type().type().toString().startsWith("family_practice");
            FINDINGS.expect(
                    "children see pediatrics or family practice", pediatrics || family, member);
        } else {
            FINDINGS.expect("adults don't see pediatrics", !pediatrics, member);
        }
        all++;
        inNetwork +=
                member.coverage() != null
                                && provider.networks().contains(member.coverage().payer().id())
                        ? 1
                        : 0;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the id is a provider's",
                "npi, name and id are those of the record",
                "the practice is in the member's ZIP code",
                "it is a practitioner of primary care",
                "children see pediatrics or family practice",
                "adults don't see pediatrics"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void nearlyAll_areInTheNetworkOfTheMembersPayer() {
        // six tries of 0.7 each leave one in 1,400 without
        assertThat((double) inNetwork / all).isGreaterThan(0.995);
    }
}
