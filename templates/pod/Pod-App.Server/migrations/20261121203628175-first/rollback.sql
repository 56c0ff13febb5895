-- The way back from migration 20261121203628175-first. Made by Pod; edit it together with migration.sql.

SET LOCAL lock_timeout = '5s';

-- pod:loses greeting
DROP TABLE "greeting";
