-- Migration 20261121131404491-author-index. Made by Pod; may be edited before it is applied anywhere.

SET LOCAL lock_timeout = '5s';

CREATE INDEX "message__authorId__idx" ON "message" USING btree ("authorId");
