package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.member.Member;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Writes the records of one stream, each as a message.
 *
 * <p>The control id of a message, MSH-10, has 20 characters: nine hexadecimal digits for population
 * and message, and eleven for the number that the record's id carries. So no two messages of a file
 * have the same, and a control id tells the record.
 *
 * @param <R> the type of record
 */
abstract class Hl7Session<R> implements EncoderSession<R> {
    /** What all identifiers of this world are assigned by. */
    static final String AUTHORITY = "SYNEHR";

    /** Where segments are written. */
    protected final SegmentWriter out;

    /** Writes names, addresses and identifiers. */
    protected final PartyWriter parties;

    /** Writes the patient's segments. */
    protected final PatientWriter patients;

    /** The first moment of the population's {@code asOf}, in UTC. */
    protected final OffsetDateTime asOf;

    private static final Literal MLLP_START = Literal.of("\u000B");
    private static final Literal MLLP_END = Literal.of("\u001C\r");

    private final MessageType<R> type;
    private final boolean mllp;
    private final Literal msh = Literal.of("MSH|^~\\&|" + AUTHORITY + "|");
    private final Literal receiver;
    private final Literal controlId;
    private final Literal afterControlId;

    /**
     * Opens a session.
     *
     * @param structure MSH-9
     * @param receiver the receiving application, MSH-5
     * @param acknowledgments MSH-15 and MSH-16
     * @param profile MSH-21 and nothing where there is none
     */
    Hl7Session(
            MessageType<R> type,
            StreamContext context,
            String structure,
            String receiver,
            String acknowledgments,
            String profile) {
        this.type = type;
        FormatOptions options = context.options();
        Population population = context.population();
        boolean ascii = Hl7Options.isAscii(options);
        mllp = Hl7Options.isMllp(options);
        out = new SegmentWriter(ascii);
        parties = new PartyWriter(out);
        patients = new PatientWriter(out, parties);
        asOf = OffsetDateTime.of(population.asOf(), LocalTime.MIDNIGHT, ZoneOffset.UTC);
        this.receiver = Literal.of("|" + receiver + "|");
        controlId = Literal.of("||" + structure + "|" + ControlIds.prefix(population, type));
        afterControlId =
                Literal.of(
                        "|"
                                + options.text(Hl7Options.PROCESSING_ID)
                                + "|2.5.1|||"
                                + acknowledgments
                                + "|USA|"
                                + (ascii ? "ASCII" : "UNICODE UTF-8")
                                + (profile.isEmpty() ? "" : "|||" + profile));
    }

    @Override
    public final void write(R record, ByteSink sink) {
        if (!type.writes(record)) {
            return;
        }
        out.to(sink);
        if (mllp) {
            sink.write(MLLP_START);
        }
        header(record);
        body(record);
        if (mllp) {
            sink.write(MLLP_END);
        }
    }

    private void header(R record) {
        out.begin(msh);
        facility(record);
        out.literal(receiver).code(patient(record).address().place().state().code());
        out.next().moment(sent(record));
        out.hexadecimal(controlId, id(record).index()).literal(afterControlId);
        out.skip(1);
        organization(record);
        out.end();
    }

    /** The record's id. */
    protected abstract RecordId id(R record);

    /** Whom the record is about. */
    protected abstract Member patient(R record);

    /** Writes the sending facility, MSH-4. */
    protected abstract void facility(R record);

    /**
     * Writes the organization that sends, MSH-22: a field that the guide of CDC adds to HL7 2.5.1,
     * whose own segment ends with the profile.
     */
    protected void organization(R record) {}

    /** When the message is sent. */
    protected abstract OffsetDateTime sent(R record);

    /** Writes what follows MSH. */
    protected abstract void body(R record);
}
