"""Background work: threads, their mailboxes, and what keeps the window smooth beside them."""
