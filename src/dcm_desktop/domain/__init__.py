"""Words, values, rules and state tables of the mechanism: pure, no Qt, no SQL, no clock, no I/O."""
