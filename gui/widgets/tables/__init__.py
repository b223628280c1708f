"""Tables: what a column tells, and how dense they stand."""
