package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.vaccine.SeriesDose;
import java.time.LocalDate;

/** Writes the OBX of a dose; those of one matter have the same number in OBX-4. */
final class ObservationWriter {
    private final SegmentWriter out;
    private final Literal obx = Literal.of("OBX|");
    private final Literal eligibility =
            Literal.of("CE|64994-7^Vaccine funding program eligibility category^LN|");
    private final Literal eligibilityTable = Literal.of("^HL70064");
    private final Literal method =
            Literal.of("|||VXC40^Eligibility captured at the immunization level^CDCPHINVS");
    private final Literal vaccineType = Literal.of("CE|30956-7^Vaccine type^LN|");
    private final Literal published =
            Literal.of("DT|29768-9^Date vaccine information statement published^LN|");
    private final Literal presented =
            Literal.of("DT|29769-7^Date vaccine information statement presented^LN|");
    private final Literal doseNumber = Literal.of("NM|30973-2^Dose number in series^LN|");
    private final Literal dosesInSeries =
            Literal.of("NM|59782-3^Number of doses in primary series^LN|");
    private final Literal finalOn = Literal.of("||||||F|||");
    private LocalDate day = LocalDate.EPOCH;
    private int number;
    private int matter;

    ObservationWriter(SegmentWriter out) {
        this.out = out;
    }

    /** Begins the observations of a dose that was given on a day. */
    void start(LocalDate given) {
        day = given;
        number = 0;
        matter = 0;
    }

    private void begin(Literal what) {
        out.begin(obx).number(++number).next().literal(what).number(matter).next();
    }

    private void end() {
        out.literal(finalOn).date(day).end();
    }

    /** Whether the Vaccines for Children programme pays. */
    void eligibility(Text code, Text meaning) {
        matter++;
        begin(eligibility);
        out.code(code).component().text(meaning).literal(eligibilityTable);
        out.literal(finalOn).date(day).literal(method).end();
    }

    /** Which dose it is, and which statement was handed out with it, as far as that is known. */
    void series(SeriesDose dose) {
        SeriesCode code = SeriesCode.of(dose.code());
        matter++;
        if (code != null) {
            begin(vaccineType);
            out.literal(code.cvx());
            end();
            statement(code);
        }
        begin(doseNumber);
        out.number(dose.number());
        end();
        begin(dosesInSeries);
        out.number(dose.of());
        end();
    }

    private void statement(SeriesCode code) {
        if (code.edition().isAfter(day)) {
            return;
        }
        begin(published);
        out.literal(code.editionText());
        end();
        begin(presented);
        out.date(day);
        end();
    }
}
