"""What another project brings into this one: its records matched to those that are here already."""
