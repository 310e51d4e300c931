package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.Systems;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.member.MemberReader;
import io.github.clinicaldata.record.member.MemberTables;
import io.github.clinicaldata.record.member.MembersKind;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.MbiStyle;
import jakarta.inject.Singleton;

/** The identifiers that are bijections of an index. */
final class IdentifierFinders {
    private static final String MEMBERS = "members";
    private static final int SUBSCRIBER_DIGITS = 13;

    private IdentifierFinders() {}

    /** Member ids: those of a subscriber, and the position in the household. */
    @Singleton
    static final class MemberIds implements IdentifierFinder {
        @Override
        public String kind() {
            return MEMBERS;
        }

        @Override
        public String system() {
            return Systems.MEMBER_ID.toString();
        }

        @Override
        public long find(Population population, String value) {
            int hyphen = value.indexOf('-');
            if (hyphen != "SYN".length() + SUBSCRIBER_DIGITS || !value.startsWith("SYN")) {
                return -1;
            }
            long subscriber =
                    of(population).subscriberOf(digits(value.substring("SYN".length(), hyphen)));
            long position = digits(value.substring(hyphen + 1)) - 1;
            if (subscriber < 0 || subscriber >= MembersKind.SIZE || position < 0) {
                return -1;
            }
            MemberReader members = MemberTables.standard().open(population);
            long index = members.household(subscriber).first() + position;
            return position < members.household(subscriber).people().length ? index : -1;
        }
    }

    /** Social security numbers; of members that share one, the first. */
    @Singleton
    static final class SocialSecurityNumbers implements IdentifierFinder {
        @Override
        public String kind() {
            return MEMBERS;
        }

        @Override
        public String system() {
            return Systems.SSN.toString();
        }

        @Override
        public long find(Population population, String value) {
            return of(population).indexOfSsn(digits(value.replace("-", "")));
        }
    }

    /** National provider identifiers; of providers that share one, the first. */
    @Singleton
    static final class ProviderIdentifiers implements IdentifierFinder {
        @Override
        public String kind() {
            return "providers";
        }

        @Override
        public String system() {
            return Systems.NPI.toString();
        }

        @Override
        public long find(Population population, String value) {
            return of(population).indexOfNpi(digits(value));
        }
    }

    private static Identifiers of(Population population) {
        return new Identifiers(population.seed(), population.knobs().get(MbiStyle.KNOB));
    }

    /** The number of up to 18 digits, or -1 for other texts. */
    private static long digits(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
