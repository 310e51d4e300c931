package io.github.clinicaldata.format.x12.validate;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads X12 files and says what is wrong with them: envelopes, the schema of the guide, and the
 * rules that no schema says. Reads a file once from start to end and keeps nothing of it.
 */
public final class X12Validator {
    /** Findings that an answer may be about. */
    public static final int MOST_ANSWERED = 20_000;

    private X12Validator() {}

    /**
     * Reads a file.
     *
     * @param most how many findings are kept; the others are counted
     * @throws IOException when the stream breaks
     */
    public static X12Report validate(InputStream file, int most) throws IOException {
        return new Run(new Findings(most), false).read(file);
    }

    /**
     * Reads a file in order to answer it, and keeps what the answer needs.
     *
     * @throws IOException when the stream breaks
     */
    public static X12Reading read(InputStream file) throws IOException {
        Run run = new Run(new Findings(MOST_ANSWERED), true);
        X12Report report = run.read(file);
        return new X12Reading(report, run.submission());
    }

    /** One file. */
    private static final class Run {
        /** One byte a character, so that any file can be read; others than ASCII are found. */
        private static final String CHARACTERS = "ISO-8859-1";

        /** Transaction sets in a group, for whose number GE01 has six digits. */
        private static final long MOST_TRANSACTIONS = 999_999;

        private final Findings findings;
        private final EnvelopeRules envelopes;
        private final @Nullable SubmissionReader submission;
        private final Segment segment = new Segment();
        private final Deque<String> loops = new ArrayDeque<>();
        private List<Rules> rules = List.of();
        private @Nullable Guide guide;
        private long interchanges;
        private long groups;
        private long transactions;
        private long transactionsInGroup;
        private long accepted;
        private long withErrors;
        private long segments;
        private boolean ended;

        Run(Findings findings, boolean answered) {
            this.findings = findings;
            submission = answered ? new SubmissionReader(findings) : null;
            envelopes = new EnvelopeRules(findings);
        }

        X12Report read(InputStream file) throws IOException {
            try {
                EDIStreamReader reader =
                        EDIInputFactory.newFactory()
                                .createEDIStreamReader(new InterchangeInput(file), CHARACTERS);
                while (reader.hasNext()) {
                    take(reader.next(), reader);
                }
                if (!ended) {
                    findings.add(
                            segments, "IEA", 0, 0, "", "end-missing", "The interchange has no end");
                }
            } catch (EDIStreamException e) {
                broken(e);
            }
            return new X12Report(
                    interchanges,
                    groups,
                    transactions,
                    accepted,
                    withErrors,
                    segments,
                    findings.first(),
                    findings.total());
        }

        Submission submission() {
            return Objects.requireNonNull(submission).end();
        }

        /** The end of reading: what the file has is no X12, or the stream broke. */
        private void broken(EDIStreamException failure) throws IOException {
            String code = "syntax-wrong";
            String message = "The file can't be read beyond this: " + failure.getMessage();
            if (failure.getCause() instanceof InterchangeInput.NotX12 notX12) {
                code = notX12.code();
                message = String.valueOf(notX12.getMessage());
            } else if (failure.getCause() instanceof IOException brokenStream) {
                throw brokenStream;
            }
            findings.add(segments + 1, "", 0, 0, loop(), code, message);
        }

        private String loop() {
            return loops.isEmpty() ? "" : loops.getLast();
        }

        private void take(EDIStreamEvent event, EDIStreamReader reader) {
            switch (event) {
                case START_INTERCHANGE -> {
                    interchanges++;
                    ended = false;
                }
                case END_INTERCHANGE -> ended = true;
                case START_GROUP -> {
                    groups++;
                    transactionsInGroup = 0;
                }
                case START_TRANSACTION -> {
                    transactions++;
                    transactionsInGroup++;
                    findings.beginTransaction();
                    if (submission != null) {
                        submission.beginTransaction();
                    }
                    loops.clear();
                    guide = null;
                }
                case END_TRANSACTION -> {
                    switch (findings.verdict()) {
                        case ACCEPTED -> accepted++;
                        case ERRORS_NOTED -> withErrors++;
                        case REJECTED -> {}
                    }
                    if (submission != null) {
                        submission.endTransaction(true, findings.verdict());
                    }
                    findings.transaction("");
                    rules = List.of();
                }
                case END_GROUP -> {
                    if (submission != null) {
                        submission.endGroup();
                    }
                }
                case START_LOOP -> loops.addLast(String.valueOf(reader.getReferenceCode()));
                case END_LOOP -> loops.pollLast();
                case START_SEGMENT -> {
                    segments++;
                    segment.start(reader.getText(), loop(), segments);
                }
                case ELEMENT_DATA -> element(reader);
                case END_SEGMENT -> endSegment();
                case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        error(event, reader);
                default -> {}
            }
        }

        private void element(EDIStreamReader reader) {
            Location at = reader.getLocation();
            segment.put(at.getElementPosition(), at.getComponentPosition(), reader.getText());
            if (!isPrintable(reader.getText())) {
                findings.add(
                        segment,
                        at.getElementPosition(),
                        Math.max(0, at.getComponentPosition()),
                        "character-wrong",
                        "The value has characters that are not printed, or are not of ASCII");
            }
            if (segment.is("ST") && at.getElementPosition() == 1) {
                // the schema is that of what the group and the first element say
                guide = Guide.of(envelopes.guide(), reader.getText());
                if (guide != null) {
                    setSchema(guide, reader);
                }
            }
        }

        private void setSchema(Guide of, EDIStreamReader reader) {
            try {
                reader.setTransactionSchema(Schemas.of(of));
            } catch (IllegalStateException e) {
                findings.add(
                        segment, 1, "set-misplaced", "A set begins where none can, in another one");
            }
        }

        private static boolean isPrintable(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                    return false;
                }
            }
            return true;
        }

        private void endSegment() {
            switch (segment.tag()) {
                case "ISA", "GS" -> envelopes.segment(segment);
                case "ST" -> {
                    findings.transaction(segment.text(2));
                    envelopes.segment(segment);
                    rules = guide == null ? List.of() : guide.rules(findings, envelopes.day());
                }
                case "SE" -> rules.forEach(Rules::end);
                default -> rules.forEach(each -> each.segment(segment));
            }
            if (submission != null) {
                submission.segment(segment, guide);
            }
        }

        private void error(EDIStreamEvent event, EDIStreamReader reader) {
            EDIStreamValidationError type = reader.getErrorType();
            if (type == EDIStreamValidationError.LOOP_OCCURS_OVER_MAXIMUM_TIMES
                    && "ST".contentEquals(reader.getText())
                    && transactionsInGroup < MOST_TRANSACTIONS) {
                // StAEDI counts to 99,999, GE01 has room for more
                return;
            }
            Location at = reader.getLocation();
            boolean ofSegment = event == EDIStreamEvent.SEGMENT_ERROR;
            String tag = ofSegment ? String.valueOf(reader.getText()) : at.getSegmentTag();
            if (type == EDIStreamValidationError.IMPLEMENTATION_LOOP_OCCURS_UNDER_MINIMUM_TIMES) {
                String missing = String.valueOf(reader.getReferenceCode());
                findings.add(
                        segments,
                        "",
                        0,
                        0,
                        missing,
                        "loop-missing",
                        "The loop " + missing + " is missing before this");
                return;
            }
            findings.add(
                    segments,
                    tag == null ? "" : tag,
                    ofSegment ? 0 : Math.max(0, at.getElementPosition()),
                    ofSegment ? 0 : Math.max(0, at.getComponentPosition()),
                    loop(),
                    StructureCodes.codeOf(type),
                    Messages.of(type, tag, reader));
        }
    }
}
