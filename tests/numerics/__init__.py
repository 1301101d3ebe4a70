"""What the numbers must show: right slopes, right steps, and kind words for wrong input."""
