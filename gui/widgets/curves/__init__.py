"""Plots of curves that grow while somebody watches."""
