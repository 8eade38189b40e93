import Chapter06

OtherVisionProblems.main()
