-- How a tenant ranks free slots, and how its technicians travel.

CREATE TABLE suggestion_settings (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  -- Weights by soft rule: two arrays of one length. A rule that is not named has the product's weight.
  weighted_rules text[] NOT NULL,
  weights integer[] NOT NULL,
  -- Kilometres per hour; null: the product's.
  travel_speed double precision CHECK (travel_speed > 0),
  -- Places of the distance matrix: four arrays of one length.
  place_names text[] NOT NULL,
  place_latitudes double precision[] NOT NULL,
  place_longitudes double precision[] NOT NULL,
  place_radii_metres integer[] NOT NULL,
  -- Its legs: three arrays of one length; origin and destination are positions among the places, from 0.
  leg_origins integer[] NOT NULL,
  leg_destinations integer[] NOT NULL,
  leg_seconds integer[] NOT NULL,
  version integer NOT NULL,
  CONSTRAINT suggestion_settings_weights CHECK (cardinality(weighted_rules) = cardinality(weights)),
  CONSTRAINT suggestion_settings_places CHECK (
    cardinality(place_names) = cardinality(place_latitudes)
    AND cardinality(place_names) = cardinality(place_longitudes)
    AND cardinality(place_names) = cardinality(place_radii_metres)),
  CONSTRAINT suggestion_settings_legs CHECK (
    cardinality(leg_origins) = cardinality(leg_destinations)
    AND cardinality(leg_origins) = cardinality(leg_seconds))
);

ALTER TABLE suggestion_settings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON suggestion_settings USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON suggestion_settings TO "${serviceRole}";
