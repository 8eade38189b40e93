import Chapter98

Doubling.main()
