package org.supportcenter.domain.place;

import org.jspecify.annotations.Nullable;

/**
 * A place as a person wrote it. Both coordinates are known, or none.
 *
 * @param address postal address or directions, maybe empty
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
public record Location(String address, @Nullable Double latitude, @Nullable Double longitude) {}
