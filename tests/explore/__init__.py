"""What every explorable must do; each is found by itself."""
