import Chapter06

OtherVisionProblems.mainWithPhoto()
