import Chapter01

FirstModels.main()
