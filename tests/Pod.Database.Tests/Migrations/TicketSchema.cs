using Pod.Schema;

namespace Pod.Database.Tests.Migrations;

/// <summary>A schema with one of everything, and the SQL that makes it, written by hand.</summary>
internal static class TicketSchema
{
    public const string Sql =
        """
        CREATE FUNCTION pod_uuid_v7() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()';
        CREATE TABLE "customer" ("id" bigserial PRIMARY KEY, "email" text NOT NULL);
        CREATE UNIQUE INDEX "customer_email_idx" ON "customer" ("email");
        CREATE SEQUENCE "ticket_number_seq";
        CREATE TABLE "ticket" (
            "id" uuid DEFAULT pod_uuid_v7() PRIMARY KEY,
            "customerId" bigint NOT NULL,
            "title" text NOT NULL DEFAULT 'it''s new',
            "body" text,
            "priority" integer NOT NULL DEFAULT -1,
            "ratio" double precision NOT NULL DEFAULT 1.50,
            "price" numeric(10,2),
            "open" boolean NOT NULL DEFAULT true,
            "createdAt" timestamptz NOT NULL DEFAULT now(),
            "since" timestamptz NOT NULL DEFAULT '2020-01-02T03:04:05Z'::timestamptz,
            "day" date NOT NULL DEFAULT ((now() AT TIME ZONE 'UTC')::date),
            "at" time NOT NULL DEFAULT ((now() AT TIME ZONE 'UTC')::time),
            "patience" interval NOT NULL DEFAULT '86400000 milliseconds'::interval,
            "token" uuid NOT NULL DEFAULT gen_random_uuid(),
            "number" bigint NOT NULL DEFAULT nextval('"ticket_number_seq"'),
            "tags" jsonb NOT NULL,
            "names" text[],
            "bits" bit(8));
        ALTER SEQUENCE "ticket_number_seq" OWNED BY "ticket"."number";
        ALTER TABLE "ticket" ADD CONSTRAINT "ticket_priority_check" CHECK ("priority" >= -1 AND ("priority" < 10 OR "title" IN ('a', 'b')));
        CREATE INDEX "ticket_open_idx" ON "ticket" USING btree ("customerId", "createdAt") WHERE ("open" AND "title" <> 'x');
        CREATE INDEX "ticket_tags_idx" ON "ticket" USING gin ("tags" jsonb_path_ops);
        CREATE UNIQUE INDEX "ticket_number_idx" ON "ticket" USING btree ("number") NULLS NOT DISTINCT;
        CREATE INDEX "ticket_token_idx" ON "ticket" USING hash ("token");
        CREATE INDEX "ticket_day_idx" ON "ticket" USING brin ("day") WITH (pages_per_range = 16);
        CREATE INDEX "ticket_words" ON "ticket" USING gin ((setweight(to_tsvector('english'::regconfig, coalesce("title", '')), 'A')
            || setweight(to_tsvector('english'::regconfig, coalesce("body", '')), 'B')));
        CREATE INDEX "customer_words" ON "customer" USING gin ((to_tsvector('simple'::regconfig, coalesce("email", ''))));
        ALTER TABLE "ticket" ADD CONSTRAINT "ticket_customerId_fk" FOREIGN KEY ("customerId") REFERENCES "customer" ("id")
            ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED;
        """;

    public static DatabaseSchema Expected { get; } = new("helpdesk", [Customer(), Ticket()], []);

    private static TableSchema Customer() => new(
        "customer",
        "Customer",
        "helpdesk",
        [new("id", "id", "bigint", false, "serial", "long"), new("email", "email", "text", false, null, "string")],
        [],
        [
            new("customer_pkey", "btree", ["id"], Unique: true, Primary: true),
            new("customer_email_idx", "btree", ["email"], Unique: true, Primary: false),
            new("customer_words", IndexSchema.FullText, ["email"], Unique: false, Primary: false) { Language = "simple" },
        ],
        []);

    private static TableSchema Ticket() => new(
        "ticket",
        "Ticket",
        "helpdesk",
        [
            Column("id", "uuid", "random_v7"),
            Column("customerId", "bigint", null),
            Column("title", "text", "'it''s new'"),
            Column("body", "text", null, nullable: true),
            Column("priority", "integer", "-1"),
            Column("ratio", "double precision", "1.50"),
            Column("price", "numeric(10,2)", null, nullable: true),
            Column("open", "boolean", "true"),
            Column("createdAt", "timestamptz", "now"),
            Column("since", "timestamptz", "'2020-01-02T03:04:05Z'"),
            Column("day", "date", "now"),
            Column("at", "time", "now"),
            Column("patience", "interval", "'86400000 milliseconds'"),
            Column("token", "uuid", "random"),
            Column("number", "bigint", "serial"),
            Column("tags", "jsonb", null),
            Column("names", "text[]", null, nullable: true),
            Column("bits", "bit(8)", null, nullable: true),
        ],
        [
            new("ticket_customerId_fk", ["customerId"], "customer", ["id"], ReferentialAction.SetNull, ReferentialAction.Cascade, ConstraintTiming.InitiallyDeferred),
        ],
        [
            new("ticket_pkey", "btree", ["id"], Unique: true, Primary: true),
            new("ticket_open_idx", "btree", ["customerId", "createdAt"], Unique: false, Primary: false) { Where = "\"open\" AND \"title\" <> 'x'" },
            new("ticket_tags_idx", "gin", ["tags"], Unique: false, Primary: false) { OperatorClass = "jsonb_path_ops" },
            new("ticket_number_idx", "btree", ["number"], Unique: true, Primary: false) { NullsDistinct = false },
            new("ticket_token_idx", "hash", ["token"], Unique: false, Primary: false),
            new("ticket_day_idx", "brin", ["day"], Unique: false, Primary: false) { Parameters = [new("pages_per_range", 16)] },
            new("ticket_words", IndexSchema.FullText, ["title", "body"], Unique: false, Primary: false) { Language = "english", Weights = ["A", "B"] },
        ],
        [new("ticket_priority_check", "\"priority\" >= -1 AND (\"priority\" < 10 OR \"title\" IN ('a', 'b'))")]);

    private static ColumnSchema Column(string name, string type, string? defaultValue, bool nullable = false) => new(name, name, type, nullable, defaultValue, "x");
}
