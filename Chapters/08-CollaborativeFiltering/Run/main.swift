import Chapter08

CollaborativeFiltering.main()
