import Chapter02

ModelToProduction.main()
