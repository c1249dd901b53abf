"""Importing an office's list into the register: command, pages, races, speed of the lock."""
