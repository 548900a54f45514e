"""The application: screens, calculations and what they say."""
