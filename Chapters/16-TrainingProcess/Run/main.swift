import Chapter16

TrainingProcess.main()
