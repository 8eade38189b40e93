import Chapter07

StateOfTheArt.main()
