-- Plans: proposals for many visits at once, and the queue they wait in.

CREATE TABLE plan (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'READY', 'APPLIED', 'DISCARDED', 'FAILED')),
  -- What was asked, as it came over the wire.
  asked bytea NOT NULL,
  time_limit_seconds integer NOT NULL CHECK (time_limit_seconds >= 1),
  -- How long was searched already, by engines that are gone too.
  spent_millis bigint NOT NULL,
  stop_asked boolean NOT NULL,
  -- The best so far: three arrays of one length, one entry per visit that has a place.
  visit_ids uuid[] NOT NULL,
  technician_ids uuid[] NOT NULL,
  start_times timestamptz[] NOT NULL,
  -- Points by rule, in the order of the rules; empty before the first proposal.
  points bigint[] NOT NULL,
  unplaced integer NOT NULL,
  moves bigint NOT NULL,
  -- What becomes of each visit, as it goes over the wire; NULL before the search is over.
  outcome bytea,
  problem text NOT NULL,
  creator text NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX plan_by_create_time ON plan (tenant_id, create_time, id);
CREATE INDEX plan_by_state ON plan (tenant_id, state, create_time, id);

CREATE TABLE plan_settings (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  default_limit_seconds integer CHECK (default_limit_seconds BETWEEN 1 AND 3600),
  maximum_limit_seconds integer CHECK (maximum_limit_seconds BETWEEN 1 AND 3600),
  version integer NOT NULL
);

-- The table of db-scheduler. It knows no tenants, so an execution's name begins with its tenant's id, and the
-- tenant is read from there: a tenant's transaction may queue its own plans and sees no others; the scheduler itself
-- says in app.chore that it is one.
CREATE TABLE scheduled_tasks (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  tenant_id uuid NOT NULL GENERATED ALWAYS AS (split_part(task_instance, '/', 1)::uuid) STORED,
  PRIMARY KEY (tenant_id, task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan', 'plan_settings', 'scheduled_tasks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant())', t);
  END LOOP;
END $$;

CREATE POLICY run_plans ON scheduled_tasks USING (current_setting('app.chore', true) = 'run-plans');

GRANT SELECT, INSERT, UPDATE ON plan, plan_settings TO "${serviceRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO "${serviceRole}";
