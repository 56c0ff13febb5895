-- The whole schema after migration 20261121131404491-author-index, for an empty database. Made by Pod.

SET LOCAL lock_timeout = '5s';

CREATE TABLE "channel" (
    "id" bigserial PRIMARY KEY,
    "name" text NOT NULL,
    "state" text NOT NULL DEFAULT 'open',
    "createdAt" timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE "chat_user" (
    "id" bigserial PRIMARY KEY,
    "name" text NOT NULL,
    "firstSeenAt" timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE "message" (
    "id" bigserial PRIMARY KEY,
    "channelId" bigint NOT NULL,
    "authorId" bigint NOT NULL,
    "text" text NOT NULL,
    "sentAt" timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX "channel_name_idx" ON "channel" USING btree ("name");

CREATE UNIQUE INDEX "chat_user__name__unique_idx" ON "chat_user" USING btree ("name");

CREATE INDEX "message__authorId__idx" ON "message" USING btree ("authorId");

CREATE INDEX "message_channel_idx" ON "message" USING btree ("channelId", "id");

ALTER TABLE "message" ADD CONSTRAINT "message_channelId_fk"
    FOREIGN KEY ("channelId") REFERENCES "channel" ("id")
    ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "message" ADD CONSTRAINT "message_authorId_fk"
    FOREIGN KEY ("authorId") REFERENCES "chat_user" ("id")
    ON DELETE NO ACTION ON UPDATE NO ACTION;
