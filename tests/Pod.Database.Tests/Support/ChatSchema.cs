namespace Pod.Database.Tests.Support;

/// <summary>What the models of this project need.</summary>
internal static class ChatSchema
{
    public const string Sql =
        """
        CREATE TABLE "chat_user" ("id" bigserial PRIMARY KEY, "name" text NOT NULL);
        CREATE TABLE "profile" ("id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            "userId" bigint NOT NULL UNIQUE REFERENCES "chat_user" ("id") ON DELETE CASCADE, "city" text NOT NULL, "mood" text DEFAULT 'calm');
        CREATE TABLE "channel" ("id" bigserial PRIMARY KEY, "name" text NOT NULL, "kind" text NOT NULL, "topics" jsonb,
            "createdAt" timestamp with time zone NOT NULL DEFAULT now(), "ownerId" bigint REFERENCES "chat_user" ("id"),
            CONSTRAINT "channel_name_check" CHECK ("name" <> 'forbidden'));
        CREATE UNIQUE INDEX "channel_name_idx" ON "channel" ("name");
        CREATE TABLE "message" ("id" bigserial PRIMARY KEY, "channelId" bigint NOT NULL REFERENCES "channel" ("id") ON DELETE CASCADE,
            "authorId" bigint NOT NULL CONSTRAINT "message_authorId_fk" REFERENCES "chat_user" ("id"),
            "_chatUserFavouritesChatUserId" bigint REFERENCES "chat_user" ("id"),
            "replyToId" bigint REFERENCES "message" ("id"), "text" text NOT NULL, "editedAt" timestamp with time zone);
        CREATE TABLE "job" ("id" bigserial PRIMARY KEY, "queue" text NOT NULL, "name" text NOT NULL, "visits" integer NOT NULL, "priority" integer,
            "done" boolean NOT NULL, "tags" jsonb, "seenAt" timestamp with time zone, "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
            "secret" text, "ownerId" bigint CONSTRAINT "job_ownerId_fk" REFERENCES "chat_user" ("id") DEFERRABLE INITIALLY IMMEDIATE);
        CREATE UNIQUE INDEX "job_queue_name_idx" ON "job" ("queue", "name");
        CREATE TABLE "note" ("id" bigserial PRIMARY KEY, "title" text NOT NULL UNIQUE, "text" text, "version" integer NOT NULL);
        CREATE TABLE "sample" (
            "id" bigserial PRIMARY KEY,
            "flag" boolean NOT NULL,
            "maybeFlag" boolean,
            "small" smallint NOT NULL,
            "maybeSmall" smallint,
            "whole" integer NOT NULL,
            "maybeWhole" integer,
            "big" bigint NOT NULL,
            "maybeBig" bigint,
            "real" real NOT NULL,
            "maybeReal" real,
            "precise" double precision NOT NULL,
            "maybePrecise" double precision,
            "money" numeric NOT NULL,
            "maybeMoney" numeric,
            "huge" numeric NOT NULL,
            "maybeHuge" numeric,
            "text" text NOT NULL,
            "maybeText" text,
            "at" timestamp with time zone NOT NULL,
            "maybeAt" timestamp with time zone,
            "moment" timestamp with time zone NOT NULL,
            "maybeMoment" timestamp with time zone,
            "day" date NOT NULL,
            "maybeDay" date,
            "clock" time NOT NULL,
            "maybeClock" time,
            "span" interval NOT NULL,
            "maybeSpan" interval,
            "key" uuid NOT NULL,
            "maybeKey" uuid,
            "link" text NOT NULL,
            "maybeLink" text,
            "data" bytea NOT NULL,
            "maybeData" bytea,
            "kind" text NOT NULL,
            "maybeKind" text,
            "level" integer NOT NULL,
            "maybeLevel" integer,
            "tags" jsonb NOT NULL,
            "maybeMap" json);
        """;
}
