import Chapter18

WhereItLooks.main()
