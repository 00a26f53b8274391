"""The programme's money: by aim, goal, activity, unit, economic code and source."""
