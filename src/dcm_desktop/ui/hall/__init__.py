"""The operator's side of the hall's screen: process, screens, state, safe view, sleep."""
