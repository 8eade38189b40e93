import Chapter14

ResidualNets.main()
