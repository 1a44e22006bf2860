"""Before a session goes live: screens, power, disk, clock, backup, ways in."""
