package org.supportcenter.store.booking;

/**
 * What a search found.
 *
 * @param dataVersion see {@link BookingFacts#dataVersion}
 * @param beside what was read beside the setup
 */
record Found<F>(long dataVersion, Setup setup, F beside) {}
