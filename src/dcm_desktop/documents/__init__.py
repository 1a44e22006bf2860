"""Papers drawn from frozen models: model in, bytes out. Knows nothing of the store."""
