-- The whole schema after migration 20261121235822091-first, for an empty database. Made by Pod.

SET LOCAL lock_timeout = '5s';

CREATE TABLE "comment" (
    "id" bigserial PRIMARY KEY,
    "ticketId" bigint NOT NULL,
    "text" text NOT NULL,
    "writtenAt" timestamptz DEFAULT now()
);

CREATE TABLE "ticket" (
    "id" bigserial PRIMARY KEY,
    "title" text NOT NULL,
    "status" text NOT NULL DEFAULT 'open',
    "openedAt" timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX "comment__ticketId__idx" ON "comment" USING btree ("ticketId");

CREATE UNIQUE INDEX "ticket_title_idx" ON "ticket" USING btree ("title");

ALTER TABLE "comment" ADD CONSTRAINT "comment_ticketId_fk"
    FOREIGN KEY ("ticketId") REFERENCES "ticket" ("id")
    ON DELETE CASCADE ON UPDATE NO ACTION;
