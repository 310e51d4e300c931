package io.github.clinicaldata.record.place;

import io.github.clinicaldata.record.Text;

/**
 * A ZIP code with what agrees with it.
 *
 * @param ordinal its position in {@code codes/places.csv}
 * @param zip five digits
 * @param city the city
 * @param state the state
 * @param county the county or its equivalent
 * @param countyFips five digits: state and county
 * @param areaCode a telephone area code in service there
 * @param population the weight within the country
 */
public record Place(
        int ordinal,
        Text zip,
        Text city,
        State state,
        Text county,
        Text countyFips,
        int areaCode,
        double population) {}
