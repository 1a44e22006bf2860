"""PDF papers, one module each; type, page frame and small parts are in `kit`."""
