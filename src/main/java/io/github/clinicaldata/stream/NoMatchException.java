package io.github.clinicaldata.stream;

/** A stream gives up because its filters pass over too many records without a match. */
public final class NoMatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** So many records were passed over before an index. */
    public NoMatchException(long passedOver, long index) {
        super(
                "The filters match none of the %d records before index %d; the stream gives up"
                        .formatted(passedOver, index));
    }
}
