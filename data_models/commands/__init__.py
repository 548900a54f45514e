"""Writing: one function per thing people do, with its audit line inside; what is searched follows every change."""

from data_models.commands.searchable import keep_words_up_to_date

keep_words_up_to_date()
