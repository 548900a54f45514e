"""Pure calculations: one file per statistic."""
