import Chapter05

ImageClassification.main()
