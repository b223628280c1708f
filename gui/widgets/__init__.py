"""Reusable parts of the window that know no workbench and no station: they show what is set and tell what was done."""
