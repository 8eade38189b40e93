import Chapter17

Foundations.main()
