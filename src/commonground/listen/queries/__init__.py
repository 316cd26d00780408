"""Every read a page of this room needs, as frozen values."""
