"""Damage projects in the ways in which disks, programs and people do, and see what becomes of them."""
