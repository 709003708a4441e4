-- AlterTable
ALTER TABLE "User" ADD COLUMN     "officeLetters" TEXT NOT NULL DEFAULT 'at-once';

-- A column that holds a choice holds one that the program knows.
ALTER TABLE "User" ADD CONSTRAINT "User_officeLetters_check" CHECK ("officeLetters" IN ('at-once', 'daily'));
