import Chapter12

LanguageModel.main()
