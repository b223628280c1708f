"""The form that is C source, for small computers: C99 and its math library, no memory asked for while it runs."""
