-- The whole schema after migration 20261121203628175-first, for an empty database. Made by Pod.

SET LOCAL lock_timeout = '5s';

CREATE TABLE "greeting" (
    "id" bigserial PRIMARY KEY,
    "name" text NOT NULL,
    "message" text NOT NULL,
    "createdAt" timestamptz NOT NULL DEFAULT now()
);
