-- The way back from migration 20261121235822091-first. Made by Pod; edit it together with migration.sql.

SET LOCAL lock_timeout = '5s';

ALTER TABLE "comment" DROP CONSTRAINT "comment_ticketId_fk";

-- pod:loses comment
DROP TABLE "comment";

-- pod:loses ticket
DROP TABLE "ticket";
