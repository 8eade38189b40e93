import Chapter01

if !FirstModels.answersGlossary() { FirstModels.mainWithPhoto() }
