import Chapter21

BirdsAndAirplanes.main()
