-- Migration 20261121203628175-first. Made by Pod; may be edited before it is applied anywhere.

SET LOCAL lock_timeout = '5s';

CREATE TABLE "greeting" (
    "id" bigserial PRIMARY KEY,
    "name" text NOT NULL,
    "message" text NOT NULL,
    "createdAt" timestamptz NOT NULL DEFAULT now()
);
