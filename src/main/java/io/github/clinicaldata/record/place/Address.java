package io.github.clinicaldata.record.place;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * A postal address whose city, state, ZIP code and county agree.
 *
 * @param line1 house number, street and suffix (USPS Publication 28)
 * @param line2 apartment or suite, or null
 * @param place the ZIP code with its city, county and state
 */
public record Address(Text line1, @Nullable Text line2, Place place) {
    /** The fields of an address. */
    public static final RecordSchema<Address> SCHEMA =
            RecordSchema.<Address>named("address")
                    .text("line1", Address::line1, "House number and street")
                    .optionalText("line2", Address::line2, "Apartment, unit or suite")
                    .text("city", address -> address.place().city(), "City")
                    .text("state", address -> address.place().state().code(), "USPS state code")
                    .text("zip", address -> address.place().zip(), "ZIP code of five digits")
                    .text("county", address -> address.place().county(), "County or equivalent")
                    .text(
                            "county_fips",
                            address -> address.place().countyFips(),
                            "FIPS code of the county, five digits")
                    .build();
}
