"""Opening files: whatever they are, tables of text cells come out, or a sentence that says why not."""
