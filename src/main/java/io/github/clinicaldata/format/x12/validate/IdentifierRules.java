package io.github.clinicaldata.format.x12.validate;

/** Dates, and identifiers that have a form: NPI, tax id, ZIP code, telephone, taxonomy. */
final class IdentifierRules implements Rules {
    private static final int NPI = 10;
    private static final int LUHN_OF_PREFIX = 24;

    private final Findings findings;

    IdentifierRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "NM1" -> npi(segment, 8);
            case "N1" -> npi(segment, 3);
            case "REF" -> reference(segment);
            case "N4" -> zip(segment);
            case "PER" -> telephones(segment);
            case "PRV" -> taxonomy(segment);
            case "DTP" -> date(segment, 2);
            case "DMG" -> date(segment, 1);
            default -> {}
        }
    }

    /** Who asks about eligibility is checked by the payer, which answers with AAA. */
    private void npi(Segment segment, int qualifier) {
        if (segment.text(qualifier).equals("XX")
                && !segment.loop().equals("2100B")
                && !isNpi(segment.text(qualifier + 1))) {
            findings.add(
                    segment,
                    qualifier + 1,
                    "npi-wrong",
                    "The NPI must have ten digits, the last of which is its check digit");
        }
    }

    /** The Luhn formula over 80840 and the ten digits. */
    static boolean isNpi(String text) {
        if (text.length() != NPI || !Dates.isDigits(text)) {
            return false;
        }
        int sum = LUHN_OF_PREFIX;
        for (int i = 0; i < NPI; i++) {
            int digit = text.charAt(i) - '0';
            int counted = i % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private void reference(Segment segment) {
        if (segment.text(1).equals("EI") || segment.text(1).equals("SY")) {
            String value = segment.text(2).replace("-", "");
            if (value.length() != 9 || !Dates.isDigits(value)) {
                findings.add(segment, 2, "tax-id-wrong", "The tax id must have nine digits");
            }
        }
    }

    private void zip(Segment segment) {
        String country = segment.text(4);
        String zip = segment.text(3);
        if (!country.isEmpty() && !country.equals("US")) {
            return;
        }
        if (zip.length() != 5 && zip.length() != 9 || !Dates.isDigits(zip)) {
            findings.add(segment, 3, "zip-wrong", "The ZIP code must have five or nine digits");
        } else if (zip.length() == 5 && needsNineDigits(segment.loop())) {
            findings.add(
                    segment, 3, "zip-short", "The ZIP code of a provider must have nine digits");
        }
    }

    private static boolean needsNineDigits(String loop) {
        return loop.endsWith("2010AA") || loop.endsWith("2310C") || loop.endsWith("2310E");
    }

    private void telephones(Segment segment) {
        for (int i = 3; i <= 7; i += 2) {
            String number = segment.text(i + 1);
            if (segment.text(i).equals("TE")
                    && (number.length() != 10 || !Dates.isDigits(number))) {
                findings.add(
                        segment, i + 1, "telephone-wrong", "The telephone must have ten digits");
            }
        }
    }

    private void taxonomy(Segment segment) {
        String code = segment.text(3);
        if (segment.text(2).equals("PXC") && (code.length() != 10 || !code.endsWith("X"))) {
            findings.add(
                    segment,
                    3,
                    "taxonomy-wrong",
                    "A taxonomy code has ten characters and ends in X");
        }
    }

    private void date(Segment segment, int qualifier) {
        String value = segment.text(qualifier + 1);
        if (!value.isEmpty() && !Dates.isValid(segment.text(qualifier), value)) {
            findings.add(
                    segment,
                    qualifier + 1,
                    "date-wrong",
                    "The value is no " + what(segment.text(qualifier)));
        } else if (segment.text(qualifier).equals("RD8")
                && Dates.first("RD8", value) > Dates.last("RD8", value)) {
            findings.add(
                    segment, qualifier + 1, "dates-reversed", "The period ends before it begins");
        }
    }

    private static String what(String qualifier) {
        return switch (qualifier) {
            case "RD8" -> "period CCYYMMDD-CCYYMMDD";
            case "DT" -> "moment CCYYMMDDHHMM";
            case "TM" -> "time HHMM";
            default -> "date CCYYMMDD";
        };
    }
}
