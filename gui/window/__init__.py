"""The frame: menus, rail, run bar, notices, help, and the stations' registry."""
