package org.supportcenter.domain.travel;

/**
 * A place between which a tenant knows how long travel takes: everything within its radius counts
 * as being there.
 *
 * @param name unique within the tenant, never blank
 * @param centre where it is
 * @param radiusMetres how far around, along the great circle, above zero
 */
public record Place(String name, Point centre, int radiusMetres) {

  /** Metres around a place unless it says otherwise. */
  public static final int USUAL_RADIUS = 1_000;

  /** A degree of latitude is nowhere shorter than this on the sphere; the rest is rounding. */
  private static final double METRES_PER_DEGREE = 111_000;

  /** Metres from the centre; infinite for points outside. */
  double reach(Point point) {
    if (Math.abs(point.latitude() - centre.latitude()) * METRES_PER_DEGREE > radiusMetres) {
      return Double.POSITIVE_INFINITY;
    }
    var metres = centre.metresTo(point);
    return metres <= radiusMetres ? metres : Double.POSITIVE_INFINITY;
  }
}
