import Chapter09

TabularModeling.main()
