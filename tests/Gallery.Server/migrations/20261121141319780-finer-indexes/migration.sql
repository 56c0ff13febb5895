-- Migration 20261121141319780-finer-indexes. Made by Pod; may be edited before it is applied anywhere.

SET LOCAL lock_timeout = '5s';

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') THEN
        RAISE EXCEPTION 'This migration needs the PostgreSQL extension "vector", which is not installed on the server. It is pgvector: install the package postgresql-<version>-pgvector, or use an image that has it.';
    END IF;
END $$;
CREATE EXTENSION IF NOT EXISTS vector;

DROP INDEX "picture_style_cosine";

DROP INDEX "picture_maybe";

CREATE INDEX "picture_style_cosine" ON "picture" USING hnsw ("style_vector" vector_cosine_ops) WITH (m = 8, ef_construction = 32);

CREATE INDEX "picture_maybe" ON "picture" USING hnsw ("maybe" vector_l1_ops) WITH (m = 16, ef_construction = 64);
