"""Every attribute of a record, described once: how it is read, shown, parsed and changed."""
