import Chapter08

CollaborativeFiltering.mainWithRating()
