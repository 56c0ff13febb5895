-- The whole schema after migration 20261121141319007-first, for an empty database. Made by Pod.

SET LOCAL lock_timeout = '5s';

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') THEN
        RAISE EXCEPTION 'This migration needs the PostgreSQL extension "vector", which is not installed on the server. It is pgvector: install the package postgresql-<version>-pgvector, or use an image that has it.';
    END IF;
END $$;
CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE "picture" (
    "id" bigserial PRIMARY KEY,
    "title" text NOT NULL,
    "content" vector(3) NOT NULL,
    "style_vector" vector(3) NOT NULL,
    "colors" halfvec(3) NOT NULL,
    "words" sparsevec(5) NOT NULL,
    "shape" bit(8) NOT NULL,
    "maybe" vector(2)
);

CREATE INDEX "picture__shape__idx" ON "picture" USING hnsw ("shape" bit_hamming_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_content_l2" ON "picture" USING ivfflat ("content" vector_l2_ops) WITH (lists = 1);

CREATE INDEX "picture_content_ip" ON "picture" USING hnsw ("content" vector_ip_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_style_cosine" ON "picture" USING hnsw ("style_vector" vector_cosine_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_style_l1" ON "picture" USING hnsw ("style_vector" vector_l1_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_content_ivf_ip" ON "picture" USING ivfflat ("content" vector_ip_ops) WITH (lists = 1);

CREATE INDEX "picture_content_ivf_cosine" ON "picture" USING ivfflat ("content" vector_cosine_ops) WITH (lists = 1);

CREATE INDEX "picture_colors_l2" ON "picture" USING hnsw ("colors" halfvec_l2_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_colors_ip" ON "picture" USING hnsw ("colors" halfvec_ip_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_colors_cosine" ON "picture" USING hnsw ("colors" halfvec_cosine_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_colors_l1" ON "picture" USING hnsw ("colors" halfvec_l1_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_colors_ivf_l2" ON "picture" USING ivfflat ("colors" halfvec_l2_ops) WITH (lists = 1);

CREATE INDEX "picture_colors_ivf_ip" ON "picture" USING ivfflat ("colors" halfvec_ip_ops) WITH (lists = 1);

CREATE INDEX "picture_colors_ivf_cosine" ON "picture" USING ivfflat ("colors" halfvec_cosine_ops) WITH (lists = 1);

CREATE INDEX "picture_words_l2" ON "picture" USING hnsw ("words" sparsevec_l2_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_words_ip" ON "picture" USING hnsw ("words" sparsevec_ip_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_words_cosine" ON "picture" USING hnsw ("words" sparsevec_cosine_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_words_l1" ON "picture" USING hnsw ("words" sparsevec_l1_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_shape_jaccard" ON "picture" USING hnsw ("shape" bit_jaccard_ops) WITH (m = 16, ef_construction = 64);

CREATE INDEX "picture_shape_ivf" ON "picture" USING ivfflat ("shape" bit_hamming_ops);

CREATE INDEX "picture_shape_plain" ON "picture" USING btree ("shape");

CREATE INDEX "picture_maybe" ON "picture" USING hnsw ("maybe" vector_cosine_ops) WITH (m = 16, ef_construction = 64);
