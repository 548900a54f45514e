"""What people take along: pictures, tables and workbooks, from the same charts and sentences as on the screen."""
