import Chapter18

WhereItLooks.mainWithPicture()
