"""Points on a plane, and behind them what a network answers at every place."""
