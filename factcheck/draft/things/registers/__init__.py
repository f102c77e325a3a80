"""What packs know of individuals (countries, planets), as a draft speaks of it: names, plain forms, values by date."""
