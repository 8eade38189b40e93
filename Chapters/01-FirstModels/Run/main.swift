import Chapter01

FirstModels.mainWithPhoto()
