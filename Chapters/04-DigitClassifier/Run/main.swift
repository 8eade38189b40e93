import Chapter04

DigitClassifier.main()
