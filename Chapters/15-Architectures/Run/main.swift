import Chapter15

Architectures.main()
