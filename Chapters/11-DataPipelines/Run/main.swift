import Chapter11

DataPipelines.main()
