import Chapter19

LearnerFromScratch.main()
