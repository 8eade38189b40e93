import Chapter10

FilmReviews.main()
