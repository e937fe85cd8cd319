"""What the command line answers without a window, one file for each command that is long."""
