"""Faults that know a form: what is put into JSON, tables, arrays, zips, weights, pictures, and into bytes alone."""
