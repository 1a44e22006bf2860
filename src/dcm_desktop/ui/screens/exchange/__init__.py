"""Exchange: peers, files out and in, receipts, enrolment."""
