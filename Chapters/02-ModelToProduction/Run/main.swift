import Chapter02

ModelToProduction.mainWithTools()
