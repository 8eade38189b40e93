import Chapter05

ImageClassification.mainWithPhoto()
