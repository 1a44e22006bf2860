"""Exchange of records between stores: merging, the bundle file, import, receipts, enrolment."""
