"""Ten people vote over HTTP while workers are killed and the day is sealed: every acknowledged vote must stand once."""
