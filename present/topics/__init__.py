"""The plain topics that money goes to: what each costs, buys and promises."""
